#!/usr/bin/env python3
"""A client nobody here wrote follows a ticket: Debian's python3-paho-mqtt, from docs/protocol.md alone.

    ticket_with_paho.py DISPATCHER OFFICE_DIR
"""

import json
import re
import sys
import time
import unittest

from client import Client
from office import Office

ROOT = "panggil/v1/cirebon"
MOST_BYTES = 8 * 1024


class TicketsWay(unittest.TestCase):
    """The methods run in the order of their names; each goes on where the one before it ended."""

    @classmethod
    def setUpClass(cls):
        cls.office = OFFICE
        cls.client = Client(cls.office.port, ROOT)
        cls.addClassCleanup(lambda: cls.client.close())
        cls.client.wait_for_state("status", lambda status: status["state"] == "online")
        office = cls.client.wait_for_state("office", lambda _: True)
        cls.service = office["services"][0]["service"]
        counter = next(c for c in office["counters"] if cls.service in c["services"])
        cls.counter, cls.area = counter["counter"], counter["areas"][0]
        cls.officer = "counter-" + cls.counter

    failed = False

    def run(self, result=None):
        if type(self).failed:
            result.addSkip(self, "an earlier step failed")
            return
        before = len(result.failures) + len(result.errors)
        super().run(result)
        type(self).failed = len(result.failures) + len(result.errors) > before

    def done(self, who, action, payload):
        answer = json.loads(self.client.ask(who, action, payload))
        self.assertTrue(answer["ok"], answer)
        self.assertEqual((payload["id"], action), (answer["id"], answer["action"]))
        self.assertNotIn("error", answer)
        return answer["result"]

    def refused(self, who, action, payload, code):
        answer = json.loads(self.client.ask(who, action, payload))
        self.assertFalse(answer["ok"], answer)
        self.assertEqual(code, answer["error"]["code"], answer)
        self.assertTrue(answer["error"]["message"])
        self.assertNotIn("result", answer)
        return answer

    def quiet(self):
        """A mark from when nothing but beats had come for a while."""
        while True:
            begin = self.client.mark()
            time.sleep(0.3)
            if all(message.topic == "beat" for message in self.client.messages[begin:]):
                return begin

    def unchanged(self, since):
        """Nothing was published but beats, answers and what devices say."""
        time.sleep(0.3)
        topics = {message.topic for message in self.client.messages[since:]}
        self.assertEqual(set(), {t for t in topics if not re.match(r"beat$|reply/|cmd/|device/", t)})

    # ---- the way of one ticket ----

    def test_01_the_dispatcher_says_that_it_is_there(self):
        status = self.client.latest("status")
        self.assertEqual("simulated", status["clock"])
        self.assertEqual({"state", "epoch", "boot", "seq", "version", "clock", "since"}, set(status))
        begin = self.client.mark()
        time.sleep(2.1)
        beats = self.client.seen("beat", begin)
        self.assertIn(len(beats), (3, 4, 5), "twice a second")
        self.assertEqual({"epoch", "seq", "mono_ms", "time"}, set(beats[-1].json))

    def test_02_a_kiosk_issues_a_ticket(self):
        begin = self.client.mark()
        result = self.done("kiosk-1", "issue", {"id": "issue-1", "service": self.service})
        cls = type(self)
        cls.ticket = result["ticket"]
        self.assertRegex(self.ticket, r"^[A-Z][A-Z0-9]{0,3}[0-9]{1,6}$")
        self.assertEqual((self.service, 1, 0), (result["service"], result["position"], result["ahead"]))
        self.assertEqual("2026-11-23T08:3", result["issued_at"][:15])
        self.assertTrue(result["issued_at"].endswith("+07:00"))
        event = self.client.wait_for_state("event/ticket-issued", lambda e: e["ticket"] == self.ticket, begin)
        self.assertEqual(("kiosk-1", "kiosk", "2026-11-23"), (event["by"], event["channel"], event["day"]))
        self.client.wait_for_state(f"queue/{self.service}", lambda q: q["waiting"] == 1, begin)
        self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["waiting"] == 1, begin)
        self.client.wait_for_state(f"board/{self.area}", lambda b: any(
            s["service"] == self.service and s["waiting"] == 1 for s in b["services"]), begin)

    def test_03_the_same_id_again_gets_the_same_answer_and_no_second_ticket(self):
        first = self.client.seen("reply/kiosk-1")[0].text
        begin = self.quiet()
        self.assertEqual(first, self.client.ask("kiosk-1", "issue", {"id": "issue-1", "service": self.service}))
        self.unchanged(begin)

    def test_04_an_officer_opens_the_counter(self):
        begin = self.client.mark()
        result = self.done(self.officer, "open", {"id": "open-1", "officer": "o-12", "lease": self.client.lease()})
        self.assertEqual({"counter": self.counter, "state": "open", "officer": "o-12", "reason": None, "waiting": 1}, result)
        counter = self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["state"] == "open", begin)
        self.assertEqual((None, "o-12"), (counter["ticket"], counter["officer"]))

    def test_05_next_calls_the_ticket_and_the_area_is_told(self):
        begin = self.client.mark()
        result = self.done(self.officer, "next", {"id": "next-1", "expect": {"ticket": None}, "lease": self.client.lease()})
        self.assertEqual((self.ticket, self.service, 1), tuple(result["called"][k] for k in ("ticket", "service", "call")))
        self.assertEqual((self.counter, None, 0), (result["counter"], result["completed"], result["waiting"]))
        self.assertTrue(result["why"]["rule"])
        call = self.client.wait_for("the call", lambda m: m.topic == f"call/{self.area}", begin)
        self.assertFalse(call.retained)
        self.assertLessEqual(call.expiry, 15)
        self.assertEqual((1, "call", self.ticket, self.counter),
                         tuple(call.json[k] for k in ("call", "kind", "ticket", "counter")))
        board = self.client.wait_for_state(f"board/{self.area}", lambda b: b["calls"], begin)
        self.assertEqual(call.json, board["calls"][0])
        self.assertIn({"counter": self.counter, "state": "open", "ticket": self.ticket},
                      [{k: c[k] for k in ("counter", "state", "ticket")} for c in board["counters"]])
        counter = self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["ticket"], begin)
        self.assertEqual((self.ticket, "called", 1, 0),
                         tuple(counter["ticket"][k] for k in ("ticket", "state", "call", "recalls")))
        event = self.client.wait_for_state("event/ticket-called", lambda _: True, begin)
        self.assertEqual((self.ticket, self.counter, 1, result["why"]["rule"]),
                         tuple(event[k] for k in ("ticket", "counter", "call", "rule")))

    def test_06_a_second_press_calls_nobody_else(self):
        begin = self.quiet()
        first = self.client.seen(f"reply/{self.officer}")[-1].text
        self.assertEqual(first, self.client.ask(self.officer, "next", {"id": "next-1", "expect": {"ticket": None}}))
        answer = self.refused(self.officer, "next", {"id": "next-2", "expect": {"ticket": None}}, "conflict")
        self.assertEqual({"ticket": self.ticket}, answer["error"]["current"])
        self.unchanged(begin)

    def test_07_a_press_that_comes_too_late_does_nothing(self):
        begin = self.quiet()
        now = self.client.lease()
        leases = ({**now, "mono_ms": now["mono_ms"] - 6000}, {**now, "mono_ms": now["mono_ms"] + 60000},
                  {**now, "epoch": "another"})
        for number, lease in enumerate(leases):
            self.refused(self.officer, "next", {"id": f"late-{number}", "lease": lease}, "stale")
        self.unchanged(begin)

    def test_08_recall_start_complete(self):
        begin = self.client.mark()
        expect = {"ticket": self.ticket}
        recalled = self.done(self.officer, "recall", {"id": "recall-1", "expect": expect})["recalled"]
        self.assertEqual((self.ticket, 2), (recalled["ticket"], recalled["call"]))
        self.client.wait_for_state(f"call/{self.area}", lambda c: (c["call"], c["kind"]) == (2, "recall"), begin)
        started = self.done(self.officer, "start", {"id": "start-1", "expect": expect})
        self.assertEqual({"counter": self.counter, "ticket": self.ticket, "service": self.service, "state": "serving"}, started)
        self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["ticket"] and c["ticket"]["state"] == "serving", begin)
        completed = self.done(self.officer, "complete", {"id": "complete-1", "expect": expect, "final": True})
        self.assertEqual("completed", completed["state"])
        self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["ticket"] is None, begin)
        self.client.wait_for_state("event/ticket-completed", lambda e: e["ticket"] == self.ticket, begin)

    # ---- what may not be ----

    def test_20_a_refusal_is_remembered_too(self):
        first = next(m.text for m in self.client.seen(f"reply/{self.officer}") if m.json["id"] == "next-2")
        # Nobody is at the counter any more: judged anew, this would be done.
        self.assertEqual(first, self.client.ask(self.officer, "next", {"id": "next-2", "expect": {"ticket": None}}))

    def test_21_what_is_no_command_is_told_so(self):
        begin = self.quiet()
        for payload in ("", "{", "[]", "7", "{}", '{"id":7}', '{"id":""}', '{"id":"two words"}', '{"id":"%s"}' % ("x" * 65)):
            with self.subTest(payload=payload[:20]):
                self.assertIsNone(self.refused("kiosk-1", "issue", payload, "bad_request")["id"])
        for payload in ('{"id":"bad-1","service":7}', '{"id":"bad-2"}', '{"id":"bad-3","service":"No Such"}',
                        '{"id":"bad-4","service":"%s","class":"nobility"}' % self.service):
            with self.subTest(payload=payload):
                self.assertEqual(json.loads(payload)["id"], self.refused("kiosk-1", "issue", payload, "bad_request")["id"])
        self.refused("kiosk-1", "dance", {"id": "dance-1"}, "unknown_action")
        self.refused("kiosk-1", "issue", {"id": "bad-5", "service": "no-such"}, "unknown_service")
        self.unchanged(begin)

    def test_22_nobody_does_what_is_not_theirs(self):
        begin = self.quiet()
        self.refused("kiosk-1", "next", {"id": "f-1", "counter": self.counter}, "forbidden")
        self.refused("display-hall-1", "issue", {"id": "f-2", "service": self.service}, "forbidden")
        self.refused("somebody", "issue", {"id": "f-3", "service": self.service}, "forbidden")
        other = next(c["counter"] for c in self.client.latest("office")["counters"] if c["counter"] != self.counter)
        self.refused(self.officer, "open", {"id": "f-4", "counter": other}, "forbidden")
        self.refused("supervisor-1", "open", {"id": "f-5", "counter": "no-such"}, "unknown_counter")
        self.refused("supervisor-1", "open", {"id": "f-6"}, "bad_request")
        self.unchanged(begin)

    def test_23_a_retained_command_is_dropped_and_cleared(self):
        self.quiet()
        begin = self.client.send("kiosk-1", "issue", {"id": "retained-1", "service": self.service}, retain=True)
        self.client.wait_for("the broker's copy cleared", lambda m: m.topic == "cmd/kiosk-1/issue" and not m.text, begin)
        self.unchanged(begin)
        self.assertEqual([], self.client.seen("reply/kiosk-1", begin))
        late = Client(self.office.port, ROOT)
        late.wait_for("retained state", lambda m: m.topic == "office")
        time.sleep(0.2)
        self.assertEqual([], [m for m in late.messages if m.topic.startswith("cmd/")])
        late.close()

    def test_24_a_command_over_8_kib_is_dropped_and_one_of_8_kib_is_not(self):
        payload = json.dumps({"id": "size-1", "service": self.service})
        self.quiet()
        begin = self.client.send("kiosk-1", "issue", payload + " " * (MOST_BYTES + 1 - len(payload)))
        self.unchanged(begin)
        self.assertEqual([], self.client.seen("reply/kiosk-1", begin))
        answer = json.loads(self.client.ask("kiosk-1", "issue", payload + " " * (MOST_BYTES - len(payload))))
        self.assertTrue(answer["ok"], answer)

    def test_25_topics_that_are_none_are_ignored(self):
        begin = self.quiet()
        for topic in ("cmd/kiosk-1", "cmd/kiosk-1/issue/now", "cmd/KIOSK/issue", "cmd/kiosk-1/Issue!"):
            self.client.client.publish(f"{ROOT}/{topic}", '{"id":"t-1","service":"%s"}' % self.service, qos=1)
        self.unchanged(begin)
        self.assertEqual([], [m for m in self.client.messages[begin:] if m.topic.startswith("reply/")])

    # ---- the whole ----

    def test_30_skip_reinstate_cancel(self):
        second = self.done("kiosk-1", "issue", {"id": "issue-3", "service": self.service})["ticket"]
        called = self.done(self.officer, "next", {"id": "next-3"})["called"]["ticket"]
        skipped = self.done(self.officer, "skip", {"id": "skip-1", "call_next": False})
        self.assertEqual(({"ticket": called}, None, None), (skipped["skipped"], skipped["called"], skipped["why"]))
        self.client.wait_for_state(f"counter/{self.counter}", lambda c: c["no_show"] == [called])
        back = self.done(self.officer, "reinstate", {"id": "reinstate-1", "ticket": called})
        self.assertEqual("waiting", back["state"])
        gone = self.done("desk-1", "cancel", {"id": "cancel-1", "ticket": called})
        self.assertEqual((None, "cancelled"), (gone["counter"], gone["state"]))
        self.assertEqual(second, self.done(self.officer, "next", {"id": "next-4"})["called"]["ticket"])
        last = self.done(self.officer, "next", {"id": "next-5"})
        self.assertEqual(({"ticket": second, "then": "interview"}, None, None), (last["completed"], last["called"], last["why"]))
        self.done(self.officer, "pause", {"id": "pause-1", "reason": "prayer"})
        self.refused(self.officer, "next", {"id": "next-6"}, "counter_closed")
        self.assertEqual("closed", self.done(self.officer, "close", {"id": "close-1"})["state"])

    def test_31_no_event_is_missing_or_told_twice(self):
        numbers = [m.json["seq"] for m in self.client.messages if m.topic.startswith("event/")]
        self.assertEqual(list(range(numbers[0], numbers[0] + len(numbers))), numbers)

    def test_32_a_restart_forgets_nothing(self):
        first = self.client.seen("reply/kiosk-1")[0].text
        status = self.client.latest("status")
        begin = self.client.mark()
        self.assertEqual(0, self.office.stop_dispatcher())
        self.client.wait_for_state("status", lambda s: s["state"] == "offline", begin)
        self.office.start_dispatcher()
        again = self.client.wait_for_state("status", lambda s: s["state"] == "online", begin)
        self.assertEqual(status["epoch"], again["epoch"])
        self.assertGreater(again["boot"], status["boot"])
        self.assertEqual(first, self.client.ask("kiosk-1", "issue", {"id": "issue-1", "service": self.service}))
        self.client.wait_for_state("office", lambda _: True, begin)
        self.client.wait_for_state(f"board/{self.area}", lambda b: b["seq"] >= status["seq"], begin)

    def test_33_a_killed_dispatcher_is_seen_to_be_gone(self):
        begin = self.client.mark()
        self.office.dispatcher.kill()
        self.office.dispatcher.wait()
        self.client.wait_for_state("status", lambda s: s["state"] == "offline", begin)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with Office(*sys.argv[1:3]) as OFFICE:
        passed = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2, exit=False).result.wasSuccessful()
        if not passed:
            OFFICE.print_log()
    sys.exit(0 if passed else 1)
