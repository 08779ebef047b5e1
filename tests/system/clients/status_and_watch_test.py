#!/usr/bin/env python3
"""What the staff sees: once, live in a terminal, and line by line through a pipe."""

import json
import os
import select
import signal
import subprocess
import time
import unittest

from screen import Screen
from trial_office import BIN, TrialOffice, run


class Looking(unittest.TestCase):
    def setUp(self):
        self.office = TrialOffice().__enter__()
        self.addCleanup(self.office.__exit__)


class Status(Looking):
    def test_shows_the_dispatcher_the_services_and_the_counters(self):
        self.office.issue()
        ended = self.office.ctl("status")
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        for part in ("Cirebon Immigration Office (cirebon)", "running since 2026-11-23 08:30", "Its clock is simulated."):
            self.assertIn(part, ended.out)
        self.assertRegex(ended.out, r"\ncs +Customer service +open +1 ")
        self.assertRegex(ended.out, r"\n7 +Pickup Counter 7 +closed ")

    def test_in_json_holds_what_stands_at_the_broker(self):
        state = self.office.state()
        self.assertEqual(set(state), {"site", "status", "beat", "office", "queues", "counters", "devices"})
        self.assertEqual(state["status"]["state"], "online")
        self.assertEqual({one["service"] for one in state["office"]["services"]}, set(state["queues"]))
        self.assertEqual({one["counter"] for one in state["office"]["counters"]}, set(state["counters"]))

    def test_of_a_stopped_dispatcher_is_what_the_broker_holds_and_code_four(self):
        self.office.stop(self.office.dispatcher)
        ended = self.office.ctl("status")
        self.assertEqual(ended.code, 4, ended)
        self.assertIn("The dispatcher is not running", ended.out)
        self.assertIn("Customer service", ended.out)
        self.assertIn("Not everything could be read", ended.err)


    def test_of_a_site_that_is_not_there_says_which_ones_are(self):
        mistyped = ("--broker", self.office.uri, "--site", "cirebom")
        ended = run("panggil-ctl", *mistyped, "status")
        self.assertEqual(ended.code, 4, ended)
        self.assertIn("holds nothing of cirebom.", ended.err)
        self.assertIn("Offices at this broker: cirebon (online).", ended.err)
        self.assertIn("Offices at this broker: cirebon (online).", run("panggil-kiosk", *mistyped, "issue", "cs").err)

    def test_takes_no_office_for_one_of_several(self):
        def ask():
            return subprocess.run([BIN / "panggil-ctl", "--broker", self.office.uri, "status"], stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, check=False)

        self.assertEqual(ask().returncode, 0)
        office = json.dumps({**self.office.state()["office"], "site": "batam"})
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.office.port), "-q", "1", "-r", "-t",
                        "panggil/v1/batam/office", "-s"], input=office, text=True, check=True)
        ended = ask()
        self.assertEqual((ended.returncode, ended.stdout), (2, ""), ended)
        self.assertIn("batam (offline), cirebon (online)", ended.stderr)

    def test_says_what_is_missing_below_what_there_is(self):
        self.office.stop(self.office.dispatcher)
        both = subprocess.run([BIN / "panggil-ctl", *self.office.way, "status"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False).stdout
        self.assertLess(both.index("Customer service"), both.index("What stands above"))


class WatchInATerminal(Looking):
    def setUp(self):
        super().setUp()
        self.screen = Screen([BIN / "panggil-ctl", *self.office.way, "watch"])
        self.addCleanup(self.screen.close)
        self.screen.wait_for("Customer service")
        self.screen.wait_for("Connected. ")

    def test_shows_a_call_and_its_event_when_they_happen(self):
        self.office.issue()
        self.office.counter(1, "open")
        self.office.counter(1, "next")
        self.screen.wait_for("A001 → Counter 1")
        self.screen.wait_for("ticket-called      A001")
        self.assertRegex(self.screen.text(), r"\n1 +Counter 1 +called +A001 ")

    def test_ends_on_q_with_the_terminal_as_it_was(self):
        self.screen.type("q")
        self.assertEqual(self.screen.ended(), 0)
        self.assertTrue(self.screen.as_found(), repr(self.screen.raw[-200:]))

    def test_ends_on_control_c_with_the_terminal_as_it_was(self):
        self.screen.type("\x03")
        self.assertEqual(self.screen.ended(), 0)
        self.assertTrue(self.screen.as_found(), repr(self.screen.raw[-200:]))

    def test_fits_itself_to_a_new_size(self):
        self.screen.resize(50, 12)
        self.screen.wait_for("…")
        self.screen.read(0.5)
        self.assertLessEqual(max(self.screen.lines), 12)
        self.assertLessEqual(max(map(len, self.screen.lines.values())), 50)
        self.screen.resize(100, 30)
        self.screen.wait_for("Interview and photograph")

    def test_never_clears_the_screen_to_draw_it_anew(self):
        for _ in range(3):
            self.office.issue()
        self.screen.read(1.5)
        self.assertEqual(self.screen.raw.count("\x1b[2J"), 1, "only at the start")

    def test_says_so_within_seconds_when_the_dispatcher_hangs_and_when_it_is_back(self):
        self.office.freeze_dispatcher()
        self.screen.wait_for("No beat from the dispatcher for 3 s", patience_s=6)
        self.office.thaw_dispatcher()
        self.screen.wait_for("Connected. ", patience_s=3)

    def test_says_so_when_the_broker_is_gone_and_comes_back_with_it(self):
        self.office.kill(self.office.broker)
        self.screen.wait_for("Not connected: ")
        self.office.start_broker()
        self.screen.wait_for("Connected. ", patience_s=15)


class WatchThroughAPipe(Looking):
    def setUp(self):
        super().setUp()
        self.watch = subprocess.Popen([BIN / "panggil-ctl", *self.office.way, "watch"], stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end)
        self.assertIn(b"the dispatcher is there", self.line(self.watch.stderr))

    def end(self):
        if self.watch.poll() is None:
            self.watch.kill()
        self.watch.wait()
        self.watch.stdout.close()
        self.watch.stderr.close()

    def line(self, pipe, patience_s=5):
        self.assertTrue(select.select([pipe], [], [], patience_s)[0], "no line came")
        return os.read(pipe.fileno(), 65536)

    def test_prints_one_plain_line_an_event_at_once(self):
        self.office.issue()
        line = self.line(self.watch.stdout).decode()
        self.assertRegex(line, r"^08:3\d:\d\d  ticket-issued      A001  service=cs  class=regular  channel=kiosk  by=kiosk-1  seq=\d+\n$")

    def test_ends_on_an_interrupt(self):
        self.watch.send_signal(signal.SIGINT)
        self.assertEqual(self.watch.wait(5), 0)

    def test_ends_when_nobody_reads_any_more(self):
        self.watch.stdout.close()
        for _ in range(3):
            self.office.issue()
        until = time.monotonic() + 5
        while self.watch.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        self.assertIsNotNone(self.watch.poll())

    def test_says_on_standard_error_that_events_may_be_missing(self):
        self.office.stop(self.office.dispatcher)
        self.assertIn(b"events may be missing", self.line(self.watch.stderr))


if __name__ == "__main__":
    unittest.main(verbosity=2)
