#!/usr/bin/env python3
"""Service days, hours, holidays and quotas of a running dispatcher, with its clock set where it matters. 23 November 2026 is a
Monday."""

import os
import unittest
from unittest import mock

from changing_office import OFFICE, ChangingOffice, wait_until

HOURS = """\
hours: {mon-fri: ["08:00-12:00", "13:00-15:00"]}
last_ticket: 30min
holidays: [2026-11-24, {date: 2026-12-01..2026-12-31, name: a long one}]
days: [{date: 2026-11-25, hours: ["09:00-10:00"], name: inventory}]
"""


def time(text):
    """As the dispatcher writes it."""
    return text[:19] + ".000" + text[19:]


class ServiceDays(unittest.TestCase):
    def test_begin_at_midnight_of_the_office_whatever_the_machine_thinks(self):
        for zone, offset, machine in (("Asia/Jakarta", "+07:00", "Asia/Jayapura"), ("Asia/Makassar", "+08:00", "UTC"),
                                      ("Asia/Jayapura", "+09:00", "America/New_York")):
            with self.subTest(zone=zone), mock.patch.dict(os.environ, TZ=machine), \
                    ChangingOffice(OFFICE.replace("Asia/Jakarta", zone)) as office:
                office.start_dispatcher(f"2026-11-23T23:00:00{offset}")
                self.assertEqual(office.issue(), "A001")
                self.assertEqual(office.issue(), "A002")
                # A thousand times as fast: the hour that is left is over in 4 s.
                office.at(f"2026-11-23T23:00:10{offset}", "--clock-speed", "1000")
                wait_until(lambda: office.retained("queue/cs")["waiting"] == 0, "the next service day")
                self.assertEqual(office.issue(), "A001")
                self.assertEqual(office.error("desk-1", "cancel", ticket="A002")["code"], "unknown_ticket")

    def test_begin_at_the_next_start_if_the_dispatcher_was_down(self):
        with ChangingOffice() as office:
            office.start_dispatcher("2026-11-23T23:00:00+07:00")
            office.issue()
            office.issue()
            office.result("counter-1", "open")
            self.assertEqual(office.result("counter-1", "next")["called"]["ticket"], "A001")
            office.at("2026-11-26T07:00:00+07:00")
            counter = office.retained("counter/1")
            self.assertEqual((counter["state"], counter["ticket"], counter["waiting"]), ("open", None, 0))
            self.assertEqual(office.issue(), "A001")
            self.assertEqual(office.error("counter-1", "recall", expect={"ticket": "A001"})["code"], "conflict")

    def test_of_a_clock_that_goes_back_go_on(self):
        with ChangingOffice() as office:
            office.start_dispatcher("2026-11-24T00:00:30+07:00")
            self.assertEqual(office.issue(), "A001")
            for clock, ticket in (("2026-11-23T23:59:30+07:00", "A002"), ("2026-11-20T12:00:00+07:00", "A003"),
                                  ("2026-11-24T09:00:00+07:00", "A004")):
                office.at(clock)
                self.assertEqual(office.issue(), ticket)
                wait_until(lambda n=int(ticket[1:]): office.retained("queue/cs")["waiting"] == n, "all who wait")
            office.says("error", "the clock says 2026-11-20, but the service day 2026-11-24 has begun")
            office.result("counter-1", "open")
            for ticket in ("A001", "A002", "A003", "A004"):
                self.assertEqual(office.result("counter-1", "next")["called"]["ticket"], ticket)
            office.at("2026-12-24T09:00:00+07:00")
            self.assertEqual(office.issue(), "A001", "forwards a new one begins")

    def test_survive_a_kill_in_the_midst(self):
        with ChangingOffice() as office:
            office.start_dispatcher("2026-11-23T23:59:00+07:00")
            office.issue()
            office.kill(office.dispatcher)
            office.start_dispatcher("2026-11-23T23:59:30+07:00")
            self.assertEqual(office.issue(), "A002")
            office.kill(office.dispatcher)
            office.start_dispatcher("2026-11-24T00:00:00+07:00")
            self.assertEqual(office.issue(), "A001")


class Hours(unittest.TestCase):
    def test_of_weeks_breaks_holidays_and_exceptional_days(self):
        with ChangingOffice(OFFICE + HOURS) as office:
            for clock, opens_at in (("2026-11-23T07:59:00+07:00", "2026-11-23T08:00:00+07:00"),
                                    ("2026-11-23T08:00:00+07:00", None),
                                    ("2026-11-23T11:55:00+07:00", None),
                                    ("2026-11-23T12:00:00+07:00", "2026-11-23T13:00:00+07:00"),
                                    ("2026-11-23T14:25:00+07:00", None),
                                    ("2026-11-23T14:30:00+07:00", "2026-11-25T09:00:00+07:00"),
                                    ("2026-11-23T15:00:00+07:00", "2026-11-25T09:00:00+07:00"),
                                    ("2026-11-24T09:00:00+07:00", "2026-11-25T09:00:00+07:00"),
                                    ("2026-11-25T08:30:00+07:00", "2026-11-25T09:00:00+07:00"),
                                    ("2026-11-25T09:00:00+07:00", None),
                                    ("2026-11-25T09:30:00+07:00", "2026-11-26T08:00:00+07:00"),
                                    ("2026-11-28T09:00:00+07:00", "2026-11-30T08:00:00+07:00"),
                                    ("2026-11-30T16:00:00+07:00", "2027-01-01T08:00:00+07:00")):
                with self.subTest(clock=clock):
                    office.at(clock)
                    if opens_at is None:
                        office.issue()
                        self.assertEqual(office.service()["opens_at"], None)
                        continue
                    error = office.error("kiosk-1", "issue", service="cs")
                    self.assertEqual((error["code"], error["opens_at"]), ("service_closed", time(opens_at)))
                    self.assertEqual(office.service()["opens_at"], time(opens_at))

    def test_end_with_the_last_ticket_and_then_with_the_last_person(self):
        with ChangingOffice(OFFICE + HOURS) as office:
            office.start_dispatcher("2026-11-23T14:29:00+07:00")
            office.issue()
            told = office.service()
            self.assertEqual((told["state"], told["closes_at"], told["last_ticket_at"]),
                             ("open", time("2026-11-23T15:00:00+07:00"), time("2026-11-23T14:30:00+07:00")))
            # Nothing happens but the time: a minute of it is over in 2 s.
            office.at("2026-11-23T14:29:00+07:00", "--clock-speed", "30")
            wait_until(lambda: office.retained("queue/cs")["state"] == "ending", "the last ticket")
            office.at("2026-11-23T14:59:00+07:00")
            self.assertEqual(office.service()["state"], "ending")
            self.assertTrue(office.retained("board/hall")["open"])
            office.result("counter-1", "open")
            self.assertEqual(office.result("counter-1", "next")["called"]["ticket"], "A001")
            office.at("2026-11-23T14:59:30+07:00", "--clock-speed", "30")
            wait_until(lambda: office.retained("queue/cs")["state"] == "closed", "the closing")
            self.assertFalse(office.retained("board/hall")["open"])

    def test_of_a_service_may_differ(self):
        own = 'prefix: B, hours: {mon: ["13:00-16:00"]}, days: [{date: 2026-11-24, hours: ["09:00-10:00"]}], last_ticket: 0min}'
        with ChangingOffice(OFFICE.replace("prefix: B}", own) + HOURS) as office:
            office.start_dispatcher("2026-11-23T09:00:00+07:00")
            self.assertEqual(office.error("kiosk-1", "issue", service="photo")["opens_at"], time("2026-11-23T13:00:00+07:00"))
            office.at("2026-11-23T15:59:00+07:00")
            self.assertEqual(office.issue("photo"), "B001")
            office.at("2026-11-24T09:00:00+07:00")
            self.assertEqual(office.issue("photo"), "B001")
            self.assertEqual(office.error("kiosk-1", "issue", service="cs")["code"], "service_closed")


class ComputedQuotas(unittest.TestCase):
    def test_go_by_the_hours_of_the_day(self):
        # 360 minutes on Mondays, and 60 on the exceptional Wednesday, of one counter.
        text = OFFICE.replace("prefix: A}", "prefix: A, quota: {service_time: 20min}}") + HOURS
        with ChangingOffice(text) as office:
            office.start_dispatcher("2026-11-23T09:00:00+07:00")
            self.assertEqual(office.retained("queue/cs")["quota_left"], 18)
            self.assertIsNone(office.retained("queue/photo")["quota_left"])
            office.at("2026-11-25T09:00:00+07:00")
            for left in (2, 1, 0):
                office.issue()
                wait_until(lambda left=left: office.retained("queue/cs")["quota_left"] == left, f"{left} left")
            self.assertEqual(office.retained("queue/cs")["state"], "full")
            self.assertEqual(office.error("kiosk-1", "issue", service="cs")["code"], "quota_full")

    def test_go_by_the_days_that_were_measured_once_enough_people_were_served(self):
        counters = range(1, 31)
        text = OFFICE.split("counters:")[0].replace(
            "prefix: A}", "prefix: A, quota: {service_time: 60min, measured_days: 20}}") + HOURS + "counters:\n" + "".join(
                f"  - {{id: {counter}, services: [cs]}}\n" for counter in counters) + "  - {id: 31, services: [photo]}\n"
        with ChangingOffice(text) as office:
            office.start_dispatcher("2026-11-23T09:00:00+07:00")
            self.assertEqual(office.retained("queue/cs")["quota_left"], 30 * 6)
            for counter in counters:
                office.issue()
                office.result(f"counter-{counter}", "open")
                office.result(f"counter-{counter}", "next")
            office.at("2026-11-23T10:00:00+07:00")
            self.assertEqual(office.retained("queue/cs")["quota_left"], 30 * 6 - 30, "a day's quota is one all day")
            # Half an hour and some seconds each.
            office.at("2026-11-23T09:30:00+07:00")
            for counter in counters:
                office.result(f"counter-{counter}", "complete")
            office.at("2026-11-26T09:00:00+07:00")
            office.says("info", "today's quota of cs: ", "as measured")
            measured = office.retained("queue/cs")["quota_left"]
            self.assertTrue(30 * 9 < measured <= 30 * 12, measured)
            office.kill(office.dispatcher)
            office.start_dispatcher("2026-11-26T10:00:00+07:00")
            self.assertEqual(office.retained("queue/cs")["quota_left"], measured, "after a restart too")


if __name__ == "__main__":
    unittest.main()
