#!/usr/bin/env python3
"""panggil-simulate as a whole, against a real broker and dispatcher: a short day, a recorded one, and what it says when
something does not fit.

    simulate_test.py --dispatcher PROGRAM --simulate PROGRAM"""

import argparse
import json
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/system/crash")]

import check_history  # noqa: E402
from processes import Rig, free_port, wait_until  # noqa: E402

CIREBON = ROOT / "config/offices/cirebon"
TRACE = """arrived_at,service,called_at
09:00:00,A,09:04:00
09:00:30,B,09:02:00
09:02:00,A,09:20:00
09:10:00,A,
09:15:00,B,09:16:30
"""


class Simulate(unittest.TestCase):
    def setUp(self):
        self.rig = Rig("simulate")
        self.addCleanup(self.rig.__exit__)

    def start(self, office, clock, speed):
        self.rig.start_broker()
        self.dispatcher = self.rig.start("dispatcher.log", PROGRAMS.dispatcher, "--office", office, "--state",
                                         self.rig.folder / "state", "--broker", self.rig.uri, "--clock", clock,
                                         "--clock-speed", speed)
        log = self.rig.folder / "dispatcher.log"
        wait_until(lambda: "connected" in log.read_text(encoding="utf-8"), "the dispatcher")

    def play(self, *options, uri=None):
        command = [PROGRAMS.simulate, "--broker", uri or self.rig.uri, *options]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=150, check=False)

    def clean(self, done):
        """The figures of a run in which nothing was lost, unknown or refused."""
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def check_journal(self, log):
        self.assertEqual(self.rig.stop(self.dispatcher), 0)
        found, looked_at = check_history.check(self.rig.folder / "state/journal.db", [log])
        self.assertEqual(dict(found.counts), {}, found.lines)
        return looked_at

    def test_a_simulated_morning_goes_well_and_the_journal_agrees(self):
        self.start(CIREBON, "2026-11-23T07:40:00+07:00", 600)
        log = self.rig.folder / "log"
        figures = self.clean(self.play("--office", CIREBON, "--speed", 600, "--minutes", 0.3, "--log", log, "--json"))
        self.assertGreater(figures["issued"], 60)
        self.assertGreater(figures["served"], 40)
        self.assertEqual(figures["lost"], 0)
        looked_at = self.check_journal(log)
        self.assertEqual(looked_at.yes + sum(figures["refused"].values()), looked_at.answered - figures["repeated"]
                         - figures["turned_away"])

    def test_a_recorded_day_has_the_recorded_waits(self):
        trace, office = self.rig.folder / "day.csv", self.rig.folder / "office"
        trace.write_text(TRACE, encoding="utf-8")
        self.assertEqual(self.play("--trace", trace, "--write-office", office).returncode, 0)
        self.start(office, "2020-01-02T08:50:00+01:00", 300)
        log = self.rig.folder / "log"
        figures = self.clean(self.play("--trace", trace, "--site", "recorded", "--log", log, "--json"))
        self.assertEqual((figures["recorded"], figures["issued"], figures["called"], figures["still_waiting"]), (5, 5, 4, 1))
        self.assertEqual(figures["lost"], 0)
        self.assertLess(figures["most_difference_s"], 120)  # 0.4 s of ours
        self.check_journal(log)

    def test_a_trace_that_the_office_does_not_fit_names_what_is_missing(self):
        trace = self.rig.folder / "day.csv"
        trace.write_text("arrived_at,service,called_at\n09:00:00,A,\n09:00:00,X,\n", encoding="utf-8")
        self.start(CIREBON, "2026-11-23T08:50:00+07:00", 10)
        done = self.play("--trace", trace, "--office", CIREBON)
        self.assertEqual(done.returncode, 2)
        self.assertIn("X;", done.stderr)

    def test_another_speed_than_the_dispatchers_is_refused(self):
        self.start(CIREBON, "2026-11-23T08:50:00+07:00", 10)
        done = self.play("--office", CIREBON, "--speed", 30)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--clock-speed 30", done.stderr)

    def test_without_a_broker_it_says_so(self):
        done = self.play("--office", CIREBON, uri=f"tcp://127.0.0.1:{free_port()}")
        self.assertEqual(done.returncode, 4)
        self.assertIn("broker", done.stderr)

    def test_its_settings_can_be_checked(self):
        self.assertEqual(self.play("--office", CIREBON, "--check").returncode, 0)
        self.assertEqual(self.play("--check").returncode, 2)
        (self.rig.folder / "simulation.yaml").write_text("servces: []\n", encoding="utf-8")
        done = self.play("--office", self.rig.folder, "--check")
        self.assertEqual(done.returncode, 2)
        self.assertIn("servces", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--dispatcher", required=True)
    parser.add_argument("--simulate", required=True)
    PROGRAMS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
