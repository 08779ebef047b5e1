#!/usr/bin/env python3
"""What has happened, asked for over MQTT: events with their why, and what a day came to."""

import csv
import io
import json
import subprocess
import unittest

from trial_office import BIN, ROOT, SITE, SOURCE, TrialOffice


class PastEvents(unittest.TestCase):
    def setUp(self):
        self.office = TrialOffice().__enter__()
        self.addCleanup(self.office.__exit__)

    def a_small_day(self):
        """Two served, one no-show, one cancelled, one left waiting; a call that was taken back."""
        for _ in range(5):
            self.office.issue()
        self.office.counter(1, "open", "--officer", "Sari")
        self.office.counter(1, "next")
        self.office.counter(1, "undo")
        self.office.counter(1, "next")
        self.office.counter(1, "start")
        self.office.counter(1, "complete", "--final")
        self.office.counter(1, "next")
        self.office.counter(1, "complete", "--final")
        self.office.counter(1, "next")
        self.office.counter(1, "skip", "--no-next")
        self.office.counter(1, "cancel", "A004")

    def ask(self, client, payload):
        done = subprocess.run(["mosquitto_rr", "-h", "127.0.0.1", "-p", str(self.office.port), "-V", "mqttv5", "-q", "1", "-W", "20",
                               "-t", f"{ROOT}/cmd/{client}/events", "-e", f"{ROOT}/reply/{client}", "-m", json.dumps(payload)],
                              capture_output=True, text=True, check=False)
        return json.loads(done.stdout)

    def test_are_told_in_words_with_their_why(self):
        self.a_small_day()
        ended = self.office.ctl("events", "--ticket", "A001")
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        self.assertIn("A001 issued for Customer service", ended.out)
        self.assertRegex(ended.out, r"2026-11-23 08:3\d:\d\d  A001 to Counter 1: regular's turn  \(counter-1, \d+\)")
        self.assertNotIn("A002", ended.out)
        foreign = self.office.ctl("notice", "--in", "en=Late", "--in", "fr=En retard")
        self.assertEqual(foreign.code, 0, foreign)
        self.assertIn("does not speak fr: the text in it was left out", foreign.err)
        nothing = self.office.ctl("events", "--ticket", "Z999")
        self.assertEqual((nothing.code, nothing.out), (0, ""))
        self.assertIn("nothing of this kind", nothing.err)
        self.assertNotIn("Counters here", nothing.err)
        self.assertIn("Counters here: 1, 2, 3", self.office.ctl("events", "--counter", "99").err)
        indonesian = self.office.ctl("events", "--kind", "ticket-called", "--language", "id")
        self.assertIn("A001 ke Loket 1: giliran reguler", indonesian.out)

    def test_come_as_json_lines_whole_and_in_order(self):
        self.a_small_day()
        events = [json.loads(line) for line in self.office.ctl("events", "--json").out.splitlines()]
        self.assertEqual([one["seq"] for one in events], list(range(1, len(events) + 1)))
        self.assertEqual(events[0]["kind"], "day-started")
        self.assertEqual([one["officer"] for one in events if one["kind"] == "counter-opened"], ["Sari"])

    def test_are_for_supervisors_alone_and_come_page_by_page(self):
        self.a_small_day()
        for client in ("counter-1", "kiosk-1", "desk-1", "display-1", "passer-by"):
            self.assertEqual(self.ask(client, {"id": "x"})["error"]["code"], "forbidden", client)
        for wrong in ({"from": "today"}, {"to": "2026-13-01"}, {"limit": 0}, {"after_seq": -1}):
            self.assertEqual(self.ask("supervisor-1", {"id": "w", **wrong})["error"]["code"], "bad_request", wrong)
        first = self.ask("supervisor-1", {"id": "p", "limit": 4})["result"]
        self.assertEqual((len(first["events"]), first["next"], first["day"]), (4, 4, "2026-11-23"))
        rest = self.ask("supervisor-1", {"id": "p", "after_seq": first["next"]})["result"]
        self.assertEqual((rest["events"][0]["seq"], rest["next"], rest["lost"]), (5, None, []))
        none = self.ask("supervisor-1", {"id": "p", "to": "2026-11-22"})["result"]
        self.assertEqual((none["events"], none["next"]), ([], None))

    def test_are_followed_by_those_to_come_without_a_gap(self):
        self.office.issue()
        follow = subprocess.Popen([BIN / "panggil-ctl", *self.office.way, "events", "--follow", "--json"],
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.addCleanup(lambda: (follow.kill(), follow.wait(), follow.stdout.close()))
        seen = [json.loads(follow.stdout.readline())["seq"] for _ in range(2)]
        self.office.issue()
        self.office.issue()
        seen += [json.loads(follow.stdout.readline())["seq"] for _ in range(2)]
        self.assertEqual(seen, [1, 2, 3, 4])

    def report(self):
        ended = self.office.ctl("report", "--format", "csv")
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        return {(row["group"], row["key"]): row for row in csv.DictReader(io.StringIO(ended.out))}

    def test_sum_up_to_what_was_done(self):
        self.a_small_day()
        total = self.report()[("total", "total")]
        self.assertEqual({key: total[key] for key in ("issued", "served", "no_show", "cancelled", "open")},
                         {"issued": "5", "served": "2", "no_show": "1", "cancelled": "1", "open": "1"})
        self.assertEqual(self.report()[("officer", "Sari")]["served"], "2")
        self.assertEqual(total["walk_count"], "1")
        self.assertEqual(self.report()[("service", "cs")]["with_target"], "3")

    def test_agree_with_the_journals_own_summary(self):
        self.a_small_day()
        total = self.report()[("total", "total")]
        self.office.stop(self.office.dispatcher)
        verified = subprocess.run([str(BIN / "panggil-dispatcher"), "--office", str(SOURCE / "config" / "offices" / SITE), "--state",
                                   str(self.office.folder / "state"), "--verify"], capture_output=True, text=True, check=False)
        row = next(line for line in verified.stdout.splitlines() if line.startswith("2026-11-23")).split()
        self.assertEqual(row[1:6], [total[key] for key in ("issued", "served", "no_show", "cancelled", "open")])

    def test_make_a_page_that_needs_nothing_else(self):
        self.a_small_day()
        page = self.office.folder / "report.html"
        ended = self.office.ctl("report", "--format", "html", "--output", str(page), "--language", "id")
        self.assertEqual((ended.code, ended.out, ended.err), (0, "", ""), ended)
        text = page.read_text(encoding="utf-8")
        self.assertIn("Kantor Imigrasi Cirebon", text)
        for outside in ("<script", "http://", "https://", "@import", "url(http"):
            self.assertNotIn(outside, text)

    def test_that_cannot_be_had_end_with_the_codes_that_all_commands_have(self):
        self.assertEqual(self.office.ctl("report", "--from", "2026-11-24", "--to", "2026-11-23").code, 2)
        self.assertEqual(self.office.ctl("report", "--output", "/nowhere/at/all", "--format", "csv").code, 1)
        self.assertEqual(self.office.ctl("events", "--name", "counter-1").code, 1)
        self.office.stop(self.office.dispatcher)
        self.assertEqual(self.office.ctl("events").code, 4)


if __name__ == "__main__":
    unittest.main(verbosity=2)
