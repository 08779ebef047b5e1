#!/usr/bin/env python3
"""Hold, transfer, undo, notices and suspension by command line, over a real broker and dispatcher."""

import unittest

from trial_office import TrialOffice


class LaterActions(unittest.TestCase):
    """The methods run in the order of their names; each goes on where the one before it ended."""

    @classmethod
    def setUpClass(cls):
        cls.office = TrialOffice().__enter__()
        cls.addClassCleanup(cls.office.__exit__)

    def done(self, *words, counter=1):
        ended = self.office.counter(counter, *words)
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        return ended.out

    def refused(self, code, ended):
        self.assertEqual((ended.code, ended.out), (1, ""), ended)
        self.assertIn(f": {code}: ", ended.err)

    def test_01_hold_and_resume(self):
        self.done("open")
        self.office.kiosk("issue", "cs")
        self.office.kiosk("issue", "cs")
        self.done("next")
        self.assertEqual(self.done("hold", "--reason", "photocopy"), "A001 is on hold.\n")
        self.assertIn("A001 is called to counter 1.", self.done("resume", "a001"))

    def test_02_undo(self):
        self.done("next")
        out = self.done("undo")
        self.assertIn("A001: called\n", out)
        self.assertIn("A002: waiting\n", out)
        self.assertIn("Current ticket: A001", out)
        self.refused("nothing_to_undo", self.office.counter(1, "undo"))

    def test_03_transfer_to_a_counter(self):
        self.refused("counter_closed", self.office.counter(1, "transfer", "--to", "4"))
        self.done("open", counter=4)
        self.assertEqual(self.done("transfer", "--to", "4"), "A001 waits for counter 4.\n")
        self.assertIn("A001 is called to counter 4.", self.done("next", counter=4))

    def test_04_transfer_to_a_service(self):
        out = self.done("transfer", "--service", "pickup", "--position", "first", counter=4)
        self.assertEqual(out, "A001 waits for Passport pickup.\n")

    def test_05_a_suspended_service_gives_out_no_tickets(self):
        self.assertEqual(self.office.ctl("suspend-service", "cs").out, "Customer service: suspended\n")
        self.refused("service_suspended", self.office.kiosk("issue", "cs"))
        self.assertIn("suspended", self.office.ctl("status").out)
        self.assertEqual(self.office.ctl("restore-service", "cs").out, "Customer service: open\n")
        self.assertEqual(self.office.kiosk("issue", "cs").code, 0)

    def test_06_a_notice_comes_and_goes(self):
        posted = self.office.ctl("notice", "The central system is slow", "--level", "warning", "--area", "hall")
        self.assertEqual((posted.code, posted.out), (0, "Notice n1 stands.\n"), posted)
        listed = self.office.ctl("status").out
        self.assertRegex(listed, r"n1 +warning +hall +– +The central system is slow")
        self.assertEqual(self.office.ctl("clear-notice", "n1").out, "Notice n1 is cleared.\n")
        self.refused("bad_request", self.office.ctl("clear-notice", "n1"))

    def test_07_complete_says_what_came_of_it(self):
        self.done("next")
        self.assertEqual(self.done("complete", "--outcome", "papers missing", "--final"), "A002 is completed.\n")


if __name__ == "__main__":
    unittest.main()
