#!/usr/bin/env python3
"""Judges a run from outside: the journal that is left, and what the clients logged.

    check_history.py --journal FILE LOG...

LOG is what `panggil-simulate --log` writes. FILE is the journal of a dispatcher that runs no more, best a copy. Prints
what was found, a line a finding, then the counts; exit code 1 if anything was found."""

import argparse
import collections
import json
import sqlite3
import sys
from dataclasses import dataclass, field

from queue_model import Event, QueueModel

# Each stands in the last line of the output, with its count.
KINDS = {
    "lost": "an acknowledged action is not in the journal",
    "doubled": "an action took effect more than once",
    "unasked": "events that no answered command explains, or answers to commands that nobody sent",
    "half-done": "an action happened in part, or one that was refused did",
    "differs": "one command was answered in two ways, or a call or event was published otherwise than it is kept",
    "two-counters": "a ticket current at two counters",
    "two-tickets": "a counter with two current tickets",
    "number-twice": "a number issued twice in a day",
    "series": "a number left out",
    "gap": "a gap in seq",
    "call-number": "call numbers that do not count up by one",
    "order": "somebody called before who was after",
    "wrong-state": "something done to a ticket or counter that could not be",
    "unreadable": "a line or row that cannot be read",
}
MOST_SHOWN = 10


class Findings:
    def __init__(self):
        self.counts = collections.Counter()
        self.lines = []

    def __call__(self, kind, text):
        assert kind in KINDS, kind
        self.counts[kind] += 1
        if self.counts[kind] <= MOST_SHOWN:
            self.lines.append(f"{kind}: {text}")


# --- reading ----------------------------------------------------------------------------------------------------------

def read_journal(path, found):
    """The events in order, and the answers of the last day by (client, id)."""
    database = sqlite3.connect(path)
    events, answers = [], {}
    for seq, at_ms, day, kind, by, body in database.execute("SELECT seq, at_ms, day, kind, by, body FROM event ORDER BY seq"):
        try:
            events.append(Event(seq, at_ms, day, kind, by, json.loads(body)))
        except ValueError as error:
            found("unreadable", f"event {seq}: {error}")
    for client, command, day, answer in database.execute("SELECT client, id, day, answer FROM answer"):
        answers[client, command] = (day, answer)
    database.close()
    return events, answers


@dataclass
class Logs:
    sent: dict = field(default_factory=dict)          # (client, id): [(action, payload as sent)]
    answered: dict = field(default_factory=dict)      # (client, id): [payload as it came]
    calls: list = field(default_factory=list)
    events: list = field(default_factory=list)


def read_logs(paths, found):
    logs = Logs()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                # The last line of a client that was killed may be half a line.
                if not line.endswith("\n"):
                    continue
                try:
                    take_line(logs, line)
                except (ValueError, KeyError, TypeError) as error:
                    found("unreadable", f"{path}, line {number}: {error!r}")
    return logs


def take_line(logs, line):
    record = json.loads(line)
    payload = record["payload"]
    # The bytes count, not what they mean: an answer comes again to the letter.
    text = line[line.index('"payload":') + len('"payload":'):].rstrip()[:-1]
    if record["what"] == "sent":
        logs.sent.setdefault((record["client"], payload["id"]), []).append((record["name"], text))
    elif record["what"] == "answer" and payload["id"] is not None:
        logs.answered.setdefault((record["client"], payload["id"]), []).append(text)
    elif record["what"] == "call":
        logs.calls.append(payload)
    elif record["what"] == "event":
        logs.events.append(payload)


# --- what an answer claims to have done -------------------------------------------------------------------------------

COUNTER_EVENT = {"open": "counter-opened", "pause": "counter-paused", "close": "counter-closed"}
TICKET_EVENT = {"start": "service-started", "complete": "ticket-completed", "reinstate": "ticket-reinstated",
                "cancel": "ticket-cancelled"}


def claims(answer):
    """The events, as (kind, facts), that this answer says happened, in order; the last one is number `seq`."""
    action, result = answer["action"], answer.get("result")
    if not answer["ok"]:
        return []
    if action == "issue":
        return [("ticket-issued", {"ticket": result["ticket"], "service": result["service"]})]
    if action in TICKET_EVENT:
        return [(TICKET_EVENT[action], {"ticket": result["ticket"]})]
    if action == "recall":
        return [("ticket-recalled", {"ticket": result["recalled"]["ticket"], "call": result["recalled"]["call"],
                                     "counter": result["counter"]})]
    if action in COUNTER_EVENT:
        return [(COUNTER_EVENT[action], {"counter": result["counter"]})]
    made = []
    for key, kind in (("skipped", "ticket-skipped"), ("completed", "ticket-completed")):
        if result.get(key):
            made.append((kind, {"ticket": result[key]["ticket"], "counter": result["counter"]}))
    if result.get("called"):
        made.append(("ticket-called", {"ticket": result["called"]["ticket"], "call": result["called"]["call"],
                                       "counter": result["counter"]}))
    return made


def fits(event, client, claim):
    kind, facts = claim
    return event is not None and event.kind == kind and event.by == client and all(
        event.body.get(key) == value for key, value in facts.items())


class Judge:
    def __init__(self, events, answers, logs, found):
        self.events = {event.seq: event for event in events}
        self.order = events
        self.answers = answers
        self.logs = logs
        self.found = found
        self.model = QueueModel(found)
        self.last_day = events[-1].day if events else None
        self.claimed = {}  # seq: the (client, id) whose doing it is

    def judge(self):
        for event in self.order:
            self.model.take(event)
        for key, (day, answer) in self.answers.items():
            if day == self.last_day:
                self.check_kept_answer(key, answer)
        self.check_unclaimed()
        for key, copies in self.logs.answered.items():
            self.check_logged_answer(key, copies)
        self.check_published()

    def check_kept_answer(self, key, text):
        """What the journal says was answered must have happened, whole, and be nobody else's doing."""
        answer = json.loads(text)
        if self.logs.sent and key not in self.logs.sent:
            self.found("unasked", f"{key[0]} was answered {key[1]}, which it never sent")
        for seq in self.effects(key, answer):
            other = self.claimed.setdefault(seq, key)
            if other != key:
                self.found("doubled", f"event {seq} is the doing of {other} and of {key}")

    def effects(self, key, answer):
        """The events of an answer. Says so if some are missing."""
        made = claims(answer)
        first = answer["seq"] - len(made) + 1
        good = [fits(self.events.get(first + i), key[0], claim) for i, claim in enumerate(made)]
        if all(good):
            return list(range(first, first + len(made)))
        if not any(good) and answer["action"] in COUNTER_EVENT and self.was_so_already(answer):
            return []
        self.found("half-done" if any(good) else "lost", f"{key[0]} was told yes to {answer['action']} {key[1]} at "
                   f"{answer['seq']}; the journal has {[str(self.describe(first + i)) for i in range(len(made))]}")
        return [first + i for i, fit in enumerate(good) if fit]

    def was_so_already(self, answer):
        counter = self.model.counters.get(answer["result"]["counter"])
        state = counter.state_at(answer["seq"]) if counter else "closed"
        return state == answer["result"]["state"]

    def describe(self, seq):
        event = self.events.get(seq)
        return f"{event.kind} by {event.by}" if event else "nothing"

    def check_unclaimed(self):
        for event in self.order:
            if event.day != self.last_day or event.by == "dispatcher" or event.seq in self.claimed:
                continue
            resent = any(len(attempts) > 1 and key in self.answers and self.is_like(attempts[0][0], event)
                         for key, attempts in self.logs.sent.items() if key[0] == event.by)
            self.found("doubled" if resent else "unasked",
                       f"event {event.seq} ({event.kind}) by {event.by} is the doing of no answered command")

    @staticmethod
    def is_like(action, event):
        """Whether such an action makes such an event."""
        kinds = {"issue": "ticket-issued", "recall": "ticket-recalled", **COUNTER_EVENT, **TICKET_EVENT}
        calls = ("ticket-called", "ticket-completed", "ticket-skipped")
        return event.kind == kinds[action] if action in kinds else event.kind in calls

    def check_logged_answer(self, key, copies):
        if any(copy != copies[0] for copy in copies):
            self.found("differs", f"{key[0]} was answered {key[1]} in {len(set(copies))} ways")
        answer = json.loads(copies[0])
        event = self.events.get(answer["seq"])
        if answer["ok"] and (not event or event.day == self.last_day):
            kept = self.answers.get(key)
            if not kept:
                self.found("lost", f"{key[0]} was told yes to {answer['action']} {key[1]}; the journal has no such answer")
            elif kept[1] != copies[0]:
                self.found("differs", f"{key[0]} was answered {key[1]} otherwise than the journal has it")
            if kept and kept[1] == copies[0]:
                return  # its effects have been looked at
        if answer["ok"]:
            self.effects(key, answer)
        elif answer["seq"] > (self.order[-1].seq if self.order else 0):
            self.found("lost", f"{key[0]} was told of event {answer['seq']}, which is not in the journal")

    def check_published(self):
        for call in self.logs.calls:
            event = self.events.get(call["seq"])
            kind = {"call": "ticket-called", "recall": "ticket-recalled"}[call["kind"]]
            facts = {key: call[key] for key in ("call", "ticket", "counter")}
            if not (event and event.kind == kind and facts.items() <= event.body.items()):
                self.found("differs", f"call {call['call']} of {call['ticket']} was published; event {call['seq']} is "
                           f"{self.describe(call['seq'])}")
        for seen in self.logs.events:
            event = self.events.get(seen["seq"])
            same = event and event.kind == seen["kind"] and event.by == seen["by"]
            if not same or any(event.body[key] != seen[key] for key in ("ticket", "counter", "call") if key in event.body):
                self.found("differs", f"event {seen['seq']} was published as {seen['kind']} by {seen['by']}; it is "
                           f"{self.describe(seen['seq'])}")


@dataclass
class LookedAt:
    events: int
    sent: int
    resent: int
    answered: int
    yes: int
    silent: int
    calls: int
    published: int

    def sentence(self):
        return (f"{self.events} events; {self.sent} commands sent ({self.resent} times again), {self.answered} answered "
                f"({self.yes} yes), {self.silent} without an answer; {self.calls} calls and {self.published} events seen")


def check(journal, log_paths):
    """Findings, and what was looked at."""
    found = Findings()
    events, answers = read_journal(journal, found)
    logs = read_logs(log_paths, found)
    Judge(events, answers, logs, found).judge()
    return found, LookedAt(
        events=len(events), sent=len(logs.sent), resent=sum(len(attempts) - 1 for attempts in logs.sent.values()),
        answered=len(logs.answered), yes=sum(json.loads(copies[0])["ok"] for copies in logs.answered.values()),
        silent=len(logs.sent.keys() - logs.answered.keys()), calls=len(logs.calls), published=len(logs.events))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--journal", required=True)
    parser.add_argument("logs", nargs="+")
    arguments = parser.parse_args()
    found, looked_at = check(arguments.journal, arguments.logs)
    print("\n".join(found.lines + [looked_at.sentence()]))
    print("  ".join(f"{kind}: {found.counts[kind]}" for kind in KINDS))
    return 1 if found.counts else 0


if __name__ == "__main__":
    sys.exit(main())
