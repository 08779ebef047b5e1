#!/usr/bin/env python3
"""What a day would be: what can be asked, and how it ends where it cannot be."""

import tempfile
import unittest
from pathlib import Path

from trial_office import SITE, SOURCE, TrialOffice, free_port, run

OFFICE = SOURCE / "config" / "offices" / SITE


def plan(*words, office=OFFICE):
    return run("panggil-ctl", "plan", "--office", office, *words, patience_s=120)


class Plan(unittest.TestCase):
    def test_plays_a_day(self):
        ended = plan("--day", "2026-11-23", "--days", 1, "--counters", "interview=5")
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        self.assertIn("With Interview and photograph = 5", ended.out)

    def told(self, code, *words, office=OFFICE):
        ended = plan(*words, office=office)
        self.assertEqual((ended.code, ended.out), (code, ""), ended)
        return ended.err

    def test_of_files_that_are_missing_or_faulty_is_a_matter_of_settings(self):
        self.assertIn("cannot read /nowhere/office.yaml", self.told(2, office="/nowhere"))
        with tempfile.TemporaryDirectory() as folder:
            faulty = Path(folder) / "office.yaml"
            text = (OFFICE / "office.yaml").read_text(encoding="utf-8")
            faulty.write_text(text + "\nholidaze: []\n", encoding="utf-8")
            self.assertRegex(self.told(2, office=folder), r"office.yaml:\d+:1: unknown key \"holidaze\"")
            faulty.write_text(text, encoding="utf-8")
            self.assertIn("cannot read", self.told(2, office=folder), "the habits of its people")
            habits = (OFFICE / "simulation.yaml").read_text(encoding="utf-8").replace("counter: 3", "counter: 93")
            (Path(folder) / "simulation.yaml").write_text(habits, encoding="utf-8")
            self.assertRegex(self.told(2, office=folder), r'does not fit the office: .*the office has no counter "93"')
            self.assertIn("tidak cocok", self.told(2, "--language", "id", office=folder))

    def test_of_what_the_office_lacks_is_a_matter_of_usage(self):
        said = self.told(2, "--days", 1, "--counters", "visa=3")
        self.assertIn('no service "visa"; there are: cs, interview', said)
        self.assertIn('tidak punya layanan "visa"', self.told(2, "--days", 1, "--counters", "visa=3", "--language", "id"))
        self.assertIn("--hours: ", self.told(2, "--days", 1, "--hours", "08:00-24:01"))

    def test_of_a_day_on_which_nobody_comes_is_refused(self):
        self.assertIn("Nobody comes on 2026-11-22", self.told(1, "--day", "2026-11-22"))

    def test_of_a_past_day_needs_the_dispatcher(self):
        uri = f"tcp://127.0.0.1:{free_port()}"
        self.assertIn("Nothing was sent", self.told(4, "--past", "2026-11-20", "--broker", uri, "--site", SITE))

    def test_of_a_day_that_is_not_over_says_so(self):
        with TrialOffice() as office:
            ask = ("plan", "--office", OFFICE, "--past")
            nothing = office.ctl(*ask, "2026-11-20")
            self.assertEqual((nothing.code, nothing.out), (1, ""), nothing)
            self.assertIn("The journal has nothing of 2026-11-20", nothing.err)
            office.issue()
            office.counter(1, "open")
            today = office.ctl(*ask, "2026-11-23", "--format", "csv")
            self.assertEqual(today.code, 0, today)
            self.assertIn("2026-11-23 is not over: it is taken as if it ended now.", today.err)
            # Whoever waits has waited in vain then, as the day would end: in the one column as in the other.
            within = {line.split(",")[0]: line.split(",")[9] for line in today.out.splitlines() if ",cs," in line}
            self.assertEqual(within["was"], "0.000", today.out)


if __name__ == "__main__":
    unittest.main(verbosity=2)
