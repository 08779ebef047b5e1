#!/usr/bin/env python3
"""A ticket's life by command line, told in words and in JSON."""

import unittest

from trial_office import TrialOffice, run


class TicketLife(unittest.TestCase):
    """The methods run in the order of their names; each goes on where the one before it ended."""

    @classmethod
    def setUpClass(cls):
        cls.office = TrialOffice().__enter__()
        cls.addClassCleanup(cls.office.__exit__)

    def done(self, *words, counter=1):
        ended = self.office.counter(counter, *words)
        self.assertEqual((ended.code, ended.err), (0, ""), ended)
        return ended.out

    def refused(self, code, *words, counter=1):
        ended = self.office.counter(counter, *words)
        self.assertEqual((ended.code, ended.out), (1, ""), ended)
        self.assertTrue(ended.err.startswith(f"panggil-counter: {code}: "), ended.err)
        return ended.err

    def test_01_a_visitor_takes_a_ticket(self):
        ended = self.office.kiosk("issue", "cs")
        self.assertEqual((ended.code, ended.out), (0, "A001, Customer service. You are next.\n"), ended)
        self.assertEqual(self.office.kiosk("issue", "cs").out, "A002, Customer service. 1 ahead of you.\n")

    def test_02_the_answer_as_it_came(self):
        answer = self.office.kiosk("issue", "cs", "--class", "priority", "--json").json
        self.assertEqual((answer["ok"], answer["action"]), (True, "issue"))
        self.assertEqual(set(answer), {"id", "action", "ok", "seq", "result"})
        self.assertEqual(answer["result"]["ticket"], "A003")

    def test_03_a_closed_counter_calls_nobody(self):
        self.refused("counter_closed", "next")

    def test_04_open(self):
        self.assertIn("Counter 1 is open.\n3 waiting\n", self.done("open", "--officer", "o-12"))

    def test_05_next_calls_the_priority_case_and_says_why(self):
        out = self.done("next")
        self.assertIn("A003 is called to counter 1.\nCustomer service, priority, waited ", out)
        self.assertIn("Why: its class is in turn (", out)
        self.assertIn("2 waiting", out)

    def test_06_everybody_sees_it(self):
        status = self.office.ctl("status")
        self.assertEqual(status.code, 0)
        self.assertRegex(status.out, r"1 +Counter 1 +called +A003 +Customer service +\d+:\d\d +o-12 +2")

    def test_07_recall_start_complete(self):
        self.assertEqual(self.done("recall"), "A003 is called again to counter 1.\n")
        self.assertEqual(self.done("start"), "A003 is being served.\n")
        self.refused("wrong_state", "skip")
        self.assertEqual(self.done("complete"), "A003 is completed here and waits for Interview and photograph.\n")
        self.refused("no_current_ticket", "recall")

    def test_08_skip_and_call_nobody(self):
        self.assertIn("A001 is called", self.done("next"))
        self.assertEqual(self.done("skip", "--no-next"), "A001 did not come.\n1 waiting\n")

    def test_09_a_no_show_comes_back_and_is_called_by_number(self):
        self.assertEqual(self.done("reinstate", "a001", "--position", "first"), "A001 is back in the line.\n")
        self.assertIn("A002 is called", self.done("call", "A002"))
        self.refused("unknown_ticket", "call", "A099")

    def test_10_skip_calls_the_next(self):
        self.assertIn("A002 did not come.\nA001 is called to counter 1.", self.done("skip"))

    def test_11_with_somebody_there_there_is_no_break(self):
        self.refused("has_current_ticket", "pause")
        self.refused("has_current_ticket", "close")

    def test_12_next_finishes_the_last_and_says_that_nobody_waits(self):
        self.assertEqual(self.done("next"), "A001 is completed here and waits for Interview and photograph.\nNobody is waiting.\n0 waiting\n")

    def test_13_cancel(self):
        ticket = self.office.issue()
        self.assertEqual(self.done("cancel", ticket), f"{ticket} is cancelled.\n")
        self.refused("wrong_state", "cancel", ticket)

    def test_14_pause_and_close(self):
        self.assertIn("Counter 1 is paused.", self.done("pause", "--reason", "makan siang"))
        self.assertEqual(self.office.state()["counters"]["1"]["reason"], "makan siang")
        self.refused("counter_closed", "next")
        self.assertIn("Counter 1 is closed.", self.done("close"))

    def test_15_in_indonesian(self):
        self.assertIn("Loket 1 buka.", self.done("--language", "id", "open"))

    def test_16_a_supervisor_acts_at_any_counter(self):
        self.assertIn("Counter 2 is open.", self.done("--name", "supervisor-1", "open", counter=2))

    def test_17_the_only_office_is_found_without_its_name(self):
        ended = run("panggil-kiosk", "--broker", self.office.uri, "issue", "cs")
        self.assertEqual(ended.code, 0, ended)

    def test_18_a_no_in_json_is_the_answer_too(self):
        ended = self.office.counter(1, "recall", "--json")
        self.assertEqual(ended.code, 1)
        self.assertEqual((ended.json["ok"], ended.json["error"]["code"]), (False, "no_current_ticket"))

    def test_19_no_one_shot_has_left_a_presence(self):
        self.assertEqual(self.office.state()["devices"], {})


if __name__ == "__main__":
    unittest.main(verbosity=2)
