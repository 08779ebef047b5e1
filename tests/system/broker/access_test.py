"""A broker with packaging/mosquitto/password.conf and acl: the office works, and a device can do nothing in another's name."""

import json
import subprocess
import unittest

from guarded_office import ROOT, Device, GuardedOffice, wait_until

NAMES = ("dispatcher", "counter-1", "counter-2", "kiosk-lobby", "display-hall-1", "supervisor-1")


def password_of(name):
    return f"{name}-secret"


class Access(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = office = GuardedOffice("password.conf", {})
        cls.addClassCleanup(office.__exit__)
        passwords = office.folder / "passwords"
        passwords.touch(mode=0o600)
        for name in NAMES:
            subprocess.run(["mosquitto_passwd", "-b", passwords, name, password_of(name)], check=True)
        office.paths["/etc/mosquitto/panggil.passwd"] = passwords
        office.start_broker()
        office.start_dispatcher(cls.machine("dispatcher"))
        wait_until(lambda: office.run("panggil-ctl", cls.machine("supervisor-1"), "status").returncode == 0, "the dispatcher")

    @classmethod
    def machine(cls, name):
        password = cls.office.folder / f"{name}.password"
        password.touch(mode=0o600)
        password.write_text(password_of(name), encoding="utf-8")
        return cls.office.machine(name, f"password_file: {password}\n")

    def device(self, name, client_id=None, password=None):
        return Device(self.office.port, client_id or name,
                      lambda client: client.username_pw_set(name, password_of(name) if password is None else password))

    def heard_of_the_office(self, publish):
        """All that the office says while counter-1 does `publish(device)`, up to a mark that follows it."""
        with self.device("supervisor-1") as listener, self.device("counter-1") as device:
            listener.listen(f"{ROOT}/status", f"{ROOT}/office", f"{ROOT}/beat", f"{ROOT}/board/+", f"{ROOT}/queue/+",
                            f"{ROOT}/counter/+", f"{ROOT}/call/+", f"{ROOT}/event/+", f"{ROOT}/device/+/+")
            publish(device)
            device.publish(f"{ROOT}/device/counter-1/health", "mark")
            wait_until(lambda: (f"{ROOT}/device/counter-1/health", "mark") in listener.heard, "the mark")
            return listener.heard

    def test_the_office_works_through_it(self):
        run = self.office.run
        ticket = run("panggil-kiosk", self.machine("kiosk-lobby"), "issue", "cs", "--json")
        self.assertEqual(ticket.returncode, 0, ticket.stderr)
        opened = run("panggil-counter", self.machine("counter-1"), "--counter", 1, "open")
        self.assertEqual(opened.returncode, 0, opened.stderr)
        called = run("panggil-counter", self.machine("counter-1"), "--counter", 1, "next", "--json")
        self.assertEqual(called.returncode, 0, called.stderr)
        self.assertEqual(json.loads(called.stdout)["result"]["called"]["ticket"],
                         json.loads(ticket.stdout)["result"]["ticket"])

    def test_nobody_comes_in_without_the_right_password(self):
        for name, password in (("counter-1", "wrong"), ("nobody", "x"), ("counter-1", "")):
            with self.device(name, password=password) as device:
                self.assertIsNotNone(device.refusal, (name, password))

    def test_what_the_office_says_cannot_be_said_by_a_device(self):
        forged = [f"{ROOT}/{topic}" for topic in ("status", "beat", "office", "board/hall", "queue/cs", "counter/1",
                                                  "call/hall", "event/ticket-called", "device/counter-2/state",
                                                  "device/counter-2/health", "device/display-hall-1/shown")]
        heard = self.heard_of_the_office(lambda device: [device.publish(topic, "forged", retain=True) for topic in forged])
        self.assertNotIn("forged", [payload for _, payload in heard])

    def test_a_command_in_anothers_name_has_no_effect(self):
        with self.device("counter-2") as victim:
            victim.listen(f"{ROOT}/reply/counter-2")
            with self.device("counter-1") as thief:
                thief.publish(f"{ROOT}/cmd/counter-2/open", '{"id":"theft"}')
            # Whatever came of the first would have come before the answer to this.
            victim.publish(f"{ROOT}/cmd/counter-2/no-such", '{"id":"mark"}')
            wait_until(lambda: any('"mark"' in payload for _, payload in victim.heard), "the answer")
            self.assertFalse(any("theft" in payload for _, payload in victim.heard), victim.heard)

    def test_another_client_id_does_not_make_another_device(self):
        with self.device("counter-2") as victim, self.device("counter-1", client_id="counter-2") as thief:
            self.assertIsNone(thief.refusal)
            victim.listen(f"{ROOT}/reply/counter-2")
            thief.publish(f"{ROOT}/cmd/counter-2/open", '{"id":"theft"}')
            victim.publish(f"{ROOT}/cmd/counter-2/no-such", '{"id":"mark"}')
            wait_until(lambda: any('"mark"' in payload for _, payload in victim.heard), "the answer")
            self.assertFalse(victim.lost.is_set())
            self.assertFalse(any("theft" in payload for _, payload in victim.heard), victim.heard)

    def test_a_device_hears_neither_anothers_answers_nor_commands_nor_the_broker_itself(self):
        with self.device("counter-1") as ear, self.device("counter-2") as speaker:
            ear.listen("#", f"{ROOT}/reply/counter-2", f"{ROOT}/reply/+", f"{ROOT}/cmd/#", "$SYS/#", "$CONTROL/#")
            speaker.listen(f"{ROOT}/reply/counter-2")
            speaker.publish(f"{ROOT}/cmd/counter-2/no-such", '{"id":"secret"}')
            wait_until(lambda: speaker.heard, "the answer")
            ear.publish(f"{ROOT}/cmd/counter-1/no-such", '{"id":"mine"}')
            wait_until(lambda: any('"mine"' in payload for _, payload in ear.heard), "the own answer")
            told = [topic for topic in ear.topics() if "counter-2" in topic or "/cmd/" in topic or topic.startswith("$")]
            self.assertEqual([topic for topic in told if not topic.startswith((f"{ROOT}/device/", f"{ROOT}/counter/"))], [])

    def test_only_a_supervisor_tells_a_display_what_to_play(self):
        topic = f"{ROOT}/device/display-hall-1/content"
        with self.device("display-hall-1") as display, self.device("counter-1") as counter, self.device("supervisor-1") as supervisor:
            display.listen(topic)
            counter.publish(topic, "forged")
            display.publish(topic, "forged")
            # Whatever came of those would have come before, as the broker answers each publish.
            supervisor.publish(topic, "meant")
            wait_until(lambda: (topic, "meant") in display.heard, "what the supervisor says")
            self.assertNotIn((topic, "forged"), display.heard)

    def test_nothing_is_kept_that_a_device_leaves_as_a_command(self):
        with self.device("counter-2") as device:
            device.listen(f"{ROOT}/reply/counter-2")
            device.publish(f"{ROOT}/cmd/counter-2/open", '{"id":"kept"}', retain=True)
            device.publish(f"{ROOT}/cmd/counter-2/no-such", '{"id":"mark"}')
            wait_until(lambda: any('"mark"' in payload for _, payload in device.heard), "the answer")
            self.assertFalse(any('"kept"' in payload for _, payload in device.heard), device.heard)


if __name__ == "__main__":
    unittest.main()
