#!/usr/bin/env python3
"""Holds that check_history.py passes a sound history and finds each kind of fault in a doctored one."""

import json
import os
import sqlite3
import tempfile
import unittest

import check_history

DAY = "2026-11-23"


class History:
    """A journal and the log of the clients, to be doctored."""

    def __init__(self):
        self.events = []   # [at_ms, day, kind, by, body], number = place + 1
        self.answers = {}  # (client, id): text
        self.log = []      # (client, what, name, text)
        self.event("day-started", "dispatcher", day=DAY)

    def event(self, kind, by, **body):
        self.events.append([1000 * len(self.events), DAY, kind, by, body])
        return len(self.events)

    def sent(self, client, command, action):
        self.log.append((client, "sent", action, json.dumps({"id": command})))

    def answered(self, client, command, action, seq, result=None, error=None):
        answer = {"id": command, "action": action, "ok": error is None, "seq": seq}
        answer.update({"result": result} if error is None else {"error": {"code": error, "message": "…"}})
        text = json.dumps(answer, ensure_ascii=False)
        self.answers[client, command] = text
        self.log.append((client, "answer", "", text))

    def issue(self, command, ticket, number, service="cs"):
        self.sent("kiosk-1", command, "issue")
        seq = self.event("ticket-issued", "kiosk-1", ticket=ticket, service=service, prefix=ticket[0], number=number,
                         **{"class": "regular"}, channel="kiosk")
        self.answered("kiosk-1", command, "issue", seq, {"ticket": ticket, "service": service})

    def open(self, counter, command):
        client = f"counter-{counter}"
        self.sent(client, command, "open")
        seq = self.event("counter-opened", client, counter=counter)
        self.answered(client, command, "open", seq, {"counter": counter, "state": "open"})

    def next(self, counter, command, call, called, completed=None, rule="earliest"):
        client = f"counter-{counter}"
        self.sent(client, command, "next")
        if completed:
            self.event("ticket-completed", client, ticket=completed, counter=counter)
        seq = self.event("ticket-called", client, call=call, ticket=called, counter=counter,
                         why={"rule": rule, "detail": ""})
        self.log.append(("display-1", "call", "hall", json.dumps(
            {"seq": seq, "call": call, "kind": "call", "ticket": called, "counter": counter})))
        self.answered(client, command, "next", seq, {
            "counter": counter, "completed": {"ticket": completed} if completed else None,
            "called": {"ticket": called, "call": call}})

    def write(self, folder):
        journal, log = os.path.join(folder, "journal.db"), os.path.join(folder, "log")
        database = sqlite3.connect(journal)
        database.execute("CREATE TABLE event(seq INTEGER PRIMARY KEY, at_ms, day, kind, by, body)")
        database.execute("CREATE TABLE answer(client, id, day, answer)")
        for seq, row in enumerate(self.events, 1):
            if row:
                database.execute("INSERT INTO event VALUES(?, ?, ?, ?, ?, ?)", [seq, *row[:4], json.dumps(row[4])])
        for (client, command), text in self.answers.items():
            database.execute("INSERT INTO answer VALUES(?, ?, ?, ?)", [client, command, DAY, text])
        database.commit()
        database.close()
        with open(log, "w", encoding="utf-8") as file:
            for client, what, name, text in self.log:
                file.write(f'{{"t":1,"client":"{client}","what":"{what}","name":"{name}","payload":{text}}}\n')
        return journal, log


def sound():
    history = History()
    history.open("1", "o1")                              # event 2
    history.open("2", "o2")                              # 3
    history.issue("i1", "A001", 1)                       # 4
    history.issue("i2", "A002", 2)                       # 5
    history.issue("i3", "A003", 3)                       # 6
    history.next("1", "n1", 1, "A001")                   # 7
    history.next("2", "n2", 2, "A002")                   # 8
    history.next("1", "n3", 3, "A003", completed="A001")  # 9, 10
    history.sent("counter-2", "n4", "next")
    history.answered("counter-2", "n4", "next", 10, error="conflict")
    history.sent("counter-2", "u1", "recall")             # never answered, never done
    return history


class CheckHistory(unittest.TestCase):
    def findings(self, history):
        with tempfile.TemporaryDirectory() as folder:
            journal, log = history.write(folder)
            found, _ = check_history.check(journal, [log])
            return found

    def finds(self, kind, doctor):
        """`doctor` changes a sound history so that a fault of this kind is in it."""
        history = sound()
        doctor(history)
        found = self.findings(history)
        self.assertGreater(found.counts[kind], 0, f"{kind} was not found but {dict(found.counts)}: {found.lines}")

    def test_a_sound_history_passes(self):
        found = self.findings(sound())
        self.assertEqual(dict(found.counts), {}, found.lines)

    def test_a_resend_with_the_same_answer_passes(self):
        history = sound()
        history.sent("counter-1", "n3", "next")
        history.log.append(("counter-1", "answer", "", history.answers["counter-1", "n3"]))
        self.assertEqual(dict(self.findings(history).counts), {})

    def test_an_unknown_action_that_was_done_and_kept_passes(self):
        history = sound()
        history.log = [line for line in history.log if not (line[1] == "answer" and '"n3"' in line[3])]
        self.assertEqual(dict(self.findings(history).counts), {})

    def test_an_open_of_an_open_counter_passes(self):
        history = sound()
        history.sent("counter-1", "o3", "open")
        history.answered("counter-1", "o3", "open", 10, {"counter": "1", "state": "open"})
        self.assertEqual(dict(self.findings(history).counts), {})

    def test_half_a_last_line_passes(self):
        with tempfile.TemporaryDirectory() as folder:
            journal, log = sound().write(folder)
            with open(log, "a", encoding="utf-8") as file:
                file.write('{"t":1,"client":"kio')
            self.assertEqual(dict(check_history.check(journal, [log])[0].counts), {})

    def test_an_acknowledged_action_without_its_events_is_lost(self):
        def doctor(history):
            del history.events[-2:]
        self.finds("lost", doctor)

    def test_an_acknowledged_action_without_its_kept_answer_is_lost(self):
        self.finds("lost", lambda history: history.answers.pop(("kiosk-1", "i3")))

    def test_an_answer_of_an_event_that_never_was_is_lost(self):
        def doctor(history):
            history.answered("counter-2", "n5", "next", 99, error="conflict")
            history.sent("counter-2", "n5", "next")
        self.finds("lost", doctor)

    def test_one_command_with_two_effects_is_doubled(self):
        def doctor(history):
            history.sent("kiosk-1", "i3", "issue")
            history.event("ticket-issued", "kiosk-1", ticket="A004", service="cs", prefix="A", number=4,
                          **{"class": "regular"}, channel="kiosk")
        self.finds("doubled", doctor)

    def test_one_event_claimed_by_two_commands_is_doubled(self):
        def doctor(history):
            history.sent("kiosk-1", "i9", "issue")
            history.answered("kiosk-1", "i9", "issue", 6, {"ticket": "A003", "service": "cs"})
        self.finds("doubled", doctor)

    def test_an_effect_nobody_asked_for_is_found(self):
        self.finds("unasked", lambda history: history.event("counter-paused", "counter-3", counter="3"))

    def test_an_answer_to_a_command_nobody_sent_is_found(self):
        def doctor(history):
            history.log = [line for line in history.log if '"i3"' not in line[3]]
        self.finds("unasked", doctor)

    def test_an_action_half_done_is_found(self):
        def doctor(history):
            history.events[8] = [8000, DAY, "counter-opened", "counter-1", {"counter": "1"}]
        self.finds("half-done", doctor)

    def test_a_refused_action_that_happened_is_found(self):
        def doctor(history):
            history.event("ticket-completed", "counter-2", ticket="A002", counter="2")
        self.finds("unasked", doctor)

    def test_two_answers_to_one_command_are_found(self):
        def doctor(history):
            other = history.answers["counter-1", "n3"].replace('"A003"', '"A004"')
            history.log.append(("counter-1", "answer", "", other))
        self.finds("differs", doctor)

    def test_an_answer_that_is_kept_otherwise_is_found(self):
        def doctor(history):
            history.answers["kiosk-1", "i2"] += " "
        self.finds("differs", doctor)

    def test_a_call_that_is_not_the_journals_is_found(self):
        def doctor(history):
            history.log = [(c, w, n, t.replace('"A002"', '"A009"') if w == "call" else t) for c, w, n, t in history.log]
        self.finds("differs", doctor)

    def test_an_event_that_was_published_otherwise_is_found(self):
        def doctor(history):
            history.log.append(("display-1", "event", "ticket-issued", json.dumps(
                {"seq": 4, "kind": "ticket-issued", "by": "kiosk-1", "ticket": "A007"})))
        self.finds("differs", doctor)

    def test_a_ticket_at_two_counters_is_found(self):
        self.finds("two-counters", lambda history: history.next("2", "n6", 4, "A003", completed="A002"))

    def test_a_counter_with_two_tickets_is_found(self):
        def doctor(history):
            history.issue("i4", "A004", 4)
            history.next("1", "n7", 4, "A004")
        self.finds("two-tickets", doctor)

    def test_a_number_issued_twice_is_found(self):
        self.finds("number-twice", lambda history: history.issue("i5", "A003", 4))

    def test_a_number_left_out_is_found(self):
        self.finds("series", lambda history: history.issue("i6", "A005", 5))

    def test_a_gap_in_seq_is_found(self):
        self.finds("gap", lambda history: history.events.__setitem__(4, None))

    def test_a_call_number_that_jumps_is_found(self):
        def doctor(history):
            history.issue("i7", "A004", 4)
            history.next("1", "n8", 5, "A004", completed="A003")
        self.finds("call-number", doctor)

    def test_somebody_called_out_of_turn_is_found(self):
        def doctor(history):
            history.issue("i8", "A004", 4)
            history.issue("i9", "A005", 5)
            history.next("1", "n9", 4, "A005", completed="A003")
        self.finds("order", doctor)

    def test_somebody_chosen_out_of_turn_passes(self):
        history = sound()
        history.issue("i8", "A004", 4)
        history.issue("i9", "A005", 5)
        history.next("1", "n9", 4, "A005", completed="A003", rule="chosen")
        self.assertEqual(dict(self.findings(history).counts), {})

    def test_an_action_in_the_wrong_state_is_found(self):
        self.finds("wrong-state", lambda history: history.event("ticket-skipped", "counter-1", ticket="A001", counter="1"))

    def test_a_line_that_is_no_json_is_found(self):
        self.finds("unreadable", lambda history: history.log.append(("counter-1", "answer", "", "{nonsense")))

    def test_every_kind_of_fault_is_tried_here(self):
        with open(__file__, encoding="utf-8") as file:
            text = file.read()
        untried = [kind for kind in check_history.KINDS if f'finds("{kind}"' not in text]
        self.assertEqual(untried, [])


if __name__ == "__main__":
    unittest.main()
