#!/usr/bin/env python3
"""Two who press at once: nobody is called twice, and nobody is skipped."""

import unittest
from concurrent.futures import ThreadPoolExecutor

from trial_office import TrialOffice


class Races(unittest.TestCase):
    def setUp(self):
        self.office = TrialOffice().__enter__()
        self.addCleanup(self.office.__exit__)

    def at_once(self, *presses):
        with ThreadPoolExecutor(len(presses)) as pool:
            return [future.result() for future in [pool.submit(press) for press in presses]]

    def test_two_presses_of_one_button_call_one_person(self):
        self.office.issue()
        self.office.issue()
        self.office.counter(1, "open")
        ends = self.at_once(*[lambda: self.office.counter(1, "next", "--expect", "none")] * 2)
        self.assertEqual(sorted(end.code for end in ends), [0, 1], ends)
        no = next(end for end in ends if end.code == 1)
        self.assertIn("conflict: ", no.err)
        self.assertIn("A001", no.err)
        self.assertEqual(self.office.current(1), "A001")

    def test_what_was_expected_and_is_no_longer_there_is_a_conflict(self):
        self.office.issue()
        self.office.issue()
        self.office.counter(1, "open")
        self.office.counter(1, "next")
        self.assertEqual(self.office.counter(1, "next", "--expect", "none").code, 1)
        self.assertEqual(self.office.counter(1, "next", "--expect", "A002").code, 1)
        self.assertEqual(self.office.counter(1, "next", "--expect", "A001").code, 0)
        self.assertEqual(self.office.counter(1, "next", "--no-expect").code, 0)

    def test_two_counters_never_get_the_same_ticket(self):
        tickets = {self.office.issue() for _ in range(2)}
        self.at_once(lambda: self.office.counter(1, "open"), lambda: self.office.counter(2, "open"))
        ends = self.at_once(lambda: self.office.counter(1, "next", "--json"), lambda: self.office.counter(2, "next", "--json"))
        self.assertEqual({end.json["result"]["called"]["ticket"] for end in ends}, tickets)

    def test_many_kiosks_under_one_name_give_out_each_number_once(self):
        ends = self.at_once(*[lambda: self.office.kiosk("issue", "cs", "--json")] * 8)
        self.assertEqual({end.code for end in ends}, {0}, ends)
        self.assertEqual(sorted(end.json["result"]["ticket"] for end in ends), [f"A{n:03}" for n in range(1, 9)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
