"""Each role tries each thing that it may not: a row for each role, a column for each kind of topic or certificate, over TLS with the files
that `panggil-ctl device` makes. What is tried has to be refused, without effect, and in a log: the broker's or the dispatcher's."""

import json
import re
import shutil
import time
import unittest

from guarded_office import ROOT, wait_until
from site_with_devices import Site

# Name, and the program whose settings it gets.
ROLES = {"counter-1": "counter", "kiosk-lobby": "kiosk", "display-hall-1": "display", "supervisor-2": "ctl", "desk-1": "kiosk",
         "booking-wa": "ctl"}
VICTIM = "counter-2"

# Where nobody but the dispatcher, or nobody but the device named there, may publish.
OTHERS_TOPICS = {
    "another's command": f"cmd/{VICTIM}/open",
    "another's answer": f"reply/{VICTIM}",
    "another's presence": f"device/{VICTIM}/state",
    "another's health": f"device/{VICTIM}/health",
    "another's proof of display": f"device/{VICTIM}/shown",
    "another's order": f"device/{VICTIM}/order",
    "another's picture": f"device/{VICTIM}/picture",
}
THE_DISPATCHERS = {f"the dispatcher's {topic.split('/')[0]}": topic for topic in (
    "status", "beat", "office", "board/hall", "queue/cs", "counter/1", "call/hall", "event/ticket-called")}
# For each role an action of another's.
NOT_ITS_OWN = {"counter-1": ("issue", "notice"), "kiosk-lobby": ("next", "cancel", "notice"), "display-hall-1": ("issue", "next", "reload"),
               "supervisor-2": ("issue",), "desk-1": ("next", "notice", "backup"), "booking-wa": ("issue", "next", "reload", "events")}


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site()
        cls.addClassCleanup(cls.site.__exit__)
        cls.site.begin()
        cls.machines = {name: cls.site.machine(name) for name in (*ROLES, VICTIM, "desk-8")}
        cls.stranger = Site()
        cls.addClassCleanup(cls.stranger.__exit__)
        cls.stranger.init("localhost")

    def device(self, name, **more):
        return self.site.device(ROLES.get(name, "counter"), self.machines[name], **more)

    def broker_says(self, *words):
        return any(all(word in line for word in words) for line in self.site.log("broker.log").splitlines())

    def assert_broker_says(self, *words):
        wait_until(lambda: self.broker_says(*words), f"the broker to say {words}")

    def assert_denied(self, name, topic):
        wait_until(lambda: any(re.fullmatch(rf"<4>refused: {re.escape(name)} may not publish( retained)? on {re.escape(topic)}", line)
                               for line in self.site.log("broker.log").splitlines()), f"the broker to say that {name} was refused {topic}")

    def state_of_the_office(self):
        done = self.site.run("panggil-ctl", self.site.server.settings("ctl"), "status", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        state = json.loads(done.stdout)
        return state["status"]["seq"], state["counters"], state["queues"]

    def publish_where_one_may_not(self, attacker, name, topics):
        """All of them, as a device that listens to everything hears it."""
        with self.device(VICTIM) as victim, self.site.device("kiosk", self.machines["desk-8"]) as ear:
            victim.listen(f"{ROOT}/reply/{VICTIM}", f"{ROOT}/device/{VICTIM}/order")
            ear.listen(f"{ROOT}/#")
            for topic in topics.values():
                attacker.publish(f"{ROOT}/{topic}", '{"id":"forged"}', retain=True)
            # Whatever came of those would have come before the answer to this, and before this.
            victim.publish(f"{ROOT}/cmd/{VICTIM}/no-such", '{"id":"mark"}')
            wait_until(lambda: any('"mark"' in payload for _, payload in victim.heard), "the answer")
            victim.publish(f"{ROOT}/device/{VICTIM}/health", "mark")
            wait_until(lambda: (f"{ROOT}/device/{VICTIM}/health", "mark") in ear.heard, "the mark")
            for what, topic in topics.items():
                with self.subTest(role=name, topic=what):
                    self.assertFalse([one for one in victim.heard + ear.heard if "forged" in one[1]], what)
                    self.assert_denied(name, f"{ROOT}/{topic}")

    def test_on_anothers_topics_nobody_publishes(self):
        before = self.state_of_the_office()
        for name in ROLES:
            with self.device(name) as attacker:
                self.publish_where_one_may_not(attacker, name, {**OTHERS_TOPICS, **THE_DISPATCHERS})
        self.assertEqual(self.state_of_the_office(), before)

    def test_the_broker_itself_is_nobodys(self):
        for name in ROLES:
            with self.subTest(role=name), self.device(name) as attacker:
                attacker.listen("$SYS/#", "$CONTROL/#", f"{ROOT}/office")
                for topic in ("$SYS/broker/uptime", "$CONTROL/dynamic-security/v1"):
                    attacker.publish(topic, "forged", retain=True)
                    self.assert_denied(name, topic)
                wait_until(lambda: f"{ROOT}/office" in attacker.topics(), "what is retained")
                self.assertEqual([topic for topic in attacker.topics() if topic.startswith("$")], [])

    def test_nobody_hears_anothers_answers_commands_and_orders(self):
        for name in ROLES:
            with self.subTest(role=name), self.device(name) as ear, self.device(VICTIM) as speaker:
                ear.listen("#", f"{ROOT}/reply/+", f"{ROOT}/cmd/#", f"{ROOT}/device/{VICTIM}/order", f"{ROOT}/device/{VICTIM}/picture")
                speaker.listen(f"{ROOT}/reply/{VICTIM}")
                speaker.publish(f"{ROOT}/cmd/{VICTIM}/no-such", f'{{"id":"of-{name}"}}')
                speaker.publish(f"{ROOT}/device/{VICTIM}/picture", "secret")
                wait_until(lambda: any(f"of-{name}" in payload for _, payload in speaker.heard), "the answer")
                speaker.publish(f"{ROOT}/device/{VICTIM}/health", name)
                wait_until(lambda: (f"{ROOT}/device/{VICTIM}/health", name) in ear.heard, "the mark")
                secret = [topic for topic in ear.topics() if "/cmd/" in topic or "/reply/" in topic or "/order" in topic or "/picture" in topic]
                self.assertEqual([topic for topic in secret if topic != f"{ROOT}/reply/{name}"], [])

    def test_a_will_in_anothers_name_is_no_way_round(self):
        for name in ROLES:
            topic = f"{ROOT}/device/{VICTIM}/state"
            with self.subTest(role=name), self.site.device("kiosk", self.machines["desk-8"]) as ear:
                ear.listen(f"{ROOT}/device/+/+")
                self.device(name, will=(topic, "forged")).drop()
                with self.device(VICTIM) as victim:
                    victim.publish(f"{ROOT}/device/{VICTIM}/health", f"after {name}")
                    wait_until(lambda: (f"{ROOT}/device/{VICTIM}/health", f"after {name}") in ear.heard, "the mark")
                self.assertNotIn((topic, "forged"), ear.heard)

    def test_what_is_anothers_work_is_forbidden_in_ones_own_name(self):
        before = self.state_of_the_office()
        for name, actions in NOT_ITS_OWN.items():
            with self.device(name) as device:
                device.listen(f"{ROOT}/reply/{name}")
                for action in actions:
                    with self.subTest(role=name, action=action):
                        self.ask(device, name, action, action)
                        answer = self.answer(device, action)
                        self.assertEqual(answer["error"]["code"], "forbidden", answer)
                        wait_until(lambda: f"{name} asked for {action}, which it may not" in self.site.log("dispatcher.log"), "a line")
        self.assertEqual(self.state_of_the_office(), before)

    def test_who_does_it_without_end_does_not_fill_the_log(self):
        name = "display-flood"
        with self.site.device("display", self.site.machine(name)) as device:
            device.listen(f"{ROOT}/reply/{name}")
            began = time.monotonic()
            for number in range(200):
                self.ask(device, name, "open", f"flood-{number}")
            self.answer(device, "flood-199")
        told = self.site.log("dispatcher.log").count(f"{name} asked for open, which it may not")
        # Somebody else may have begun the minute that the flood fell into; then it had a part of the next one as well.
        minutes = int((time.monotonic() - began) / 60) + 2
        self.assertIn(told, range(10, 10 * minutes + 1), f"ten a minute, in {minutes} minutes at most")

    @staticmethod
    def ask(device, name, action, command_id, retain=False):
        what = {"id": command_id, "service": "cs", "counter": "1", "ticket": "A001", "text": {"id": "x", "en": "x"}, "level": "info"}
        needed = {"issue": ("service",), "cancel": ("ticket",), "next": ("counter",), "notice": ("text", "level")}.get(action, ())
        device.publish(f"{ROOT}/cmd/{name}/{action}", json.dumps({key: what[key] for key in ("id", *needed)}), retain=retain)

    @staticmethod
    def answer(device, command_id):
        def found():
            return next((payload for _, payload in device.heard if json.loads(payload).get("id") == command_id), None)
        wait_until(found, f"the answer to {command_id}")
        return json.loads(found())

    def test_a_retained_command_is_dropped_and_does_not_stay(self):
        own = {"counter-1": "open", "kiosk-lobby": "issue", "desk-1": "issue", "supervisor-2": "notice"}
        before = self.state_of_the_office()
        for name in ROLES:
            action = own.get(name, "issue")
            with self.subTest(role=name), self.device(name) as device:
                device.listen(f"{ROOT}/reply/{name}")
                self.ask(device, name, action, "kept", retain=True)
                if action == "issue" or name in own:
                    wait_until(lambda: f"dropped a retained {action} of {name}, and cleared it" in self.site.log("dispatcher.log"), "a line")
                device.publish(f"{ROOT}/cmd/{name}/no-such", '{"id":"mark"}')
                self.answer(device, "mark")
                self.assertNotIn("kept", [json.loads(payload).get("id") for _, payload in device.heard])
        self.assertEqual(self.state_of_the_office(), before)

    def test_another_client_id_is_not_another_device(self):
        with self.device(VICTIM) as victim:
            victim.listen(f"{ROOT}/reply/{VICTIM}")
            for name in ROLES:
                with self.subTest(role=name), self.device(name, client_id=VICTIM) as thief:
                    self.assert_broker_says("New client connected", f" as {name} ")
                    thief.publish(f"{ROOT}/cmd/{VICTIM}/open", '{"id":"theft"}')
                    self.assert_denied(name, f"{ROOT}/cmd/{VICTIM}/open")
            victim.publish(f"{ROOT}/cmd/{VICTIM}/no-such", '{"id":"mark"}')
            self.answer(victim, "mark")
            self.assertFalse(victim.lost.is_set())
            self.assertFalse(any("theft" in payload for _, payload in victim.heard), victim.heard)

    def test_a_certificate_of_another_authority_is_refused(self):
        ours = self.site.server.etc / "authority" / "ca.pem"
        for name in (*ROLES, "dispatcher"):
            if name == "dispatcher":
                machine, program = self.stranger.server, "dispatcher"
            else:
                machine, program = self.stranger.machine(name, check=False), ROLES[name]
            before = self.site.log("broker.log")
            with self.subTest(role=name):
                self.assertTrue(self.site.refuses(ours, machine.etc, program))
                wait_until(lambda: "certificate" in self.site.log("broker.log")[len(before):], "a line")

    def test_a_revoked_one_is_refused_whatever_its_role(self):
        for name, program in ROLES.items():
            with self.subTest(role=name):
                short = name.split("-")[0] + "-99"
                machine = self.site.machine(short)
                ca = machine.etc / f"{program}.ca.pem"
                self.assertFalse(self.site.refuses(ca, machine.etc, program))
                self.site.on_server("revoke", short, *self.site.reload)
                before = self.site.log("broker.log")
                self.assertTrue(self.site.refuses(ca, machine.etc, program))
                wait_until(lambda: "certificate" in self.site.log("broker.log")[len(before):], "a line")


class TheDispatchersOwn(unittest.TestCase):
    """Whoever has taken the dispatcher's certificate still is no device."""

    def test_says_nothing_for_devices_and_is_shut_out_like_others(self):
        with Site() as site:
            site.begin()
            site.stop(site.running[-1])
            ear_machine = site.machine("desk-8")
            with site.device("dispatcher", site.server, name="dispatcher") as attacker, site.device("kiosk", ear_machine) as ear:
                ear.listen(f"{ROOT}/#")
                for what, topic in (*OTHERS_TOPICS.items(), ("the broker's", "$SYS/broker/uptime")):
                    if topic.startswith(("cmd/", "reply/")):
                        continue  # Its work: it answers, and clears commands that were left retained.
                    with self.subTest(topic=what):
                        full = topic if topic.startswith("$") else f"{ROOT}/{topic}"
                        attacker.publish(full, "forged", retain=True)
                        wait_until(lambda: any("refused: dispatcher may not" in line and full in line
                                               for line in site.log("broker.log").splitlines()), "a line")
                attacker.publish(f"{ROOT}/status", "mark")
                wait_until(lambda: (f"{ROOT}/status", "mark") in ear.heard, "the mark")
                self.assertNotIn("forged", [payload for _, payload in ear.heard])
            ca = site.server.etc / "authority" / "ca.pem"
            credentials = site.folder / "stolen"
            shutil.copytree(site.server.etc, credentials)
            self.assertFalse(site.refuses(ca, credentials, "dispatcher"))
            site.on_server("revoke", "dispatcher", *site.reload)
            self.assertTrue(site.refuses(ca, credentials, "dispatcher"))


if __name__ == "__main__":
    unittest.main()
