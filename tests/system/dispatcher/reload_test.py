#!/usr/bin/env python3
"""A changed office.yaml, taken over by a running dispatcher or by the next one; and refused by either."""

import unittest

from changing_office import OFFICE, ChangingOffice, wait_until

CLOCK = "2026-11-23T09:00:00+07:00"
WITHOUT_PHOTO = "\n".join(line for line in OFFICE.splitlines() if "photo" not in line) + "\n"
WITH_PICKUP = OFFICE.replace("counters:", "  - {id: pickup, name: {id: Ambil, en: Pickup}, prefix: C}\ncounters:").replace(
    "[photo]", "[photo, pickup]")


class Reload(unittest.TestCase):
    def test_takes_a_good_file_over_at_a_signal(self):
        with ChangingOffice() as office:
            office.start_dispatcher(CLOCK)
            office.issue()
            office.write(WITH_PICKUP)
            office.hangup()
            wait_until(lambda: office.retained("queue/pickup") is not None, "the new service")
            self.assertEqual(office.issue("pickup"), "C001")
            self.assertEqual(office.issue(), "A002")
            office.says("info", "taken over, as SIGHUP asked: 3 services, 2 counters")
            office.write(OFFICE)
            office.hangup()
            office.says("error", "not taken over, as SIGHUP asked", "takes Pickup away, but C001 is still there")
            self.assertEqual(office.issue("pickup"), "C002")

    def test_refuses_a_bad_file_with_its_faults(self):
        with ChangingOffice() as office:
            office.start_dispatcher(CLOCK)
            office.write(OFFICE.replace("prefix: A}", "prefix: A, qouta: 5}") + "holidays: [2026-02-30]\n")
            office.hangup()
            office.says("error", "office.yaml:7:59: unknown key \"qouta\"", "office.yaml:12:12: \"2026-02-30\" is no date")
            told = office.ctl("reload")
            self.assertEqual((told.returncode, told.stdout), (1, ""), told)
            self.assertIn("bad_request: ", told.stderr)
            self.assertIn("office.yaml:7:59: unknown key", told.stderr)
            self.assertEqual(office.issue(), "A001")
            (office.folder / "office.yaml").unlink()
            self.assertIn("cannot read", office.error("supervisor-1", "reload")["message"])
            self.assertEqual(office.issue(), "A002")

    def test_never_takes_a_service_from_those_who_wait(self):
        with ChangingOffice() as office:
            office.start_dispatcher(CLOCK)
            office.issue("photo")
            office.write(WITHOUT_PHOTO)
            error = office.error("supervisor-1", "reload")
            self.assertEqual(error["code"], "in_use")
            self.assertIn("Photo", error["message"])
            self.assertIn("B001", error["message"])
            office.result("counter-2", "open")
            office.result("counter-2", "next")
            self.assertEqual(office.error("supervisor-1", "reload")["code"], "in_use")
            office.result("counter-2", "complete")
            self.assertIn("counter 2 away, but it is not closed", office.error("supervisor-1", "reload")["message"])
            office.result("counter-2", "close")
            told = office.ctl("reload")
            self.assertEqual((told.returncode, told.stdout), (0, "The office's file is taken over: 1 services, 1 counters.\n"), told)
            wait_until(lambda: office.retained("queue/photo") is None and office.retained("counter/2") is None, "cleared topics")
            self.assertEqual(office.error("kiosk-1", "issue", service="photo")["code"], "unknown_service")

    def test_is_for_supervisors(self):
        with ChangingOffice() as office:
            office.start_dispatcher(CLOCK)
            for client in ("counter-1", "kiosk-1", "desk-1", "stranger"):
                self.assertEqual(office.error(client, "reload")["code"], "forbidden", client)


class Restart(unittest.TestCase):
    def test_with_a_file_that_loses_a_ticket_is_refused_until_the_next_day(self):
        with ChangingOffice() as office:
            office.start_dispatcher(CLOCK)
            office.issue("photo")
            office.stop(office.dispatcher)
            office.write(WITHOUT_PHOTO)
            office.start_dispatcher("2026-11-23T10:00:00+07:00")
            self.assertEqual(office.dispatcher.wait(15), 2)
            office.says("takes photo away, but B001 is still there")
            office.write(WITH_PICKUP)
            office.start_dispatcher("2026-11-23T11:00:00+07:00")
            self.assertEqual(office.retained("queue/photo")["waiting"], 1)
            self.assertEqual(office.issue("photo"), "B002")
            office.write(WITHOUT_PHOTO)
            office.at("2026-11-24T09:00:00+07:00")
            self.assertEqual(office.issue(), "A001")
            wait_until(lambda: office.retained("queue/photo") is None, "the cleared topic")


if __name__ == "__main__":
    unittest.main()
