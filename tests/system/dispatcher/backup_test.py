#!/usr/bin/env python3
"""Backups made while people come, and restored: numbers go on, clients follow, and what is wrong is told and harms nothing."""

import json
import shutil
import subprocess
import sys
import threading
import unittest
from pathlib import Path

import paho.mqtt.client as paho

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "system" / "clients"))

from trial_office import BIN, ROOT, SITE, TrialOffice, run, wait_until  # noqa: E402

CLOCK = ("--clock", "2026-11-23T08:30:00+07:00")


class Office(TrialOffice):
    def on_state(self, *words, state="state"):
        return run("panggil-dispatcher", "--office", SOURCE / "config" / "offices" / SITE, "--state", self.folder / state, *words)

    def restore(self, backup, *words, state="state"):
        return self.on_state("--restore", backup, *CLOCK, *words, state=state)

    def epoch(self):
        return json.loads(self.heard("status")[0])["epoch"]

    def files(self, state="state"):
        return {path.name: path.read_bytes() for path in (self.folder / state).iterdir() if path.is_file() and path.name != "lock"}


class Visitors:
    """Come to a kiosk one after the other, until the end of the `with`; not so fast that the day's 300 tickets are given out before
    a backup is made. `tickets` are those that they got."""

    def __init__(self, office):
        self.tickets = []
        self.client = paho.Client(client_id="kiosk-crowd", protocol=paho.MQTTv5)
        self.client.on_message = self._answered
        self.client.connect("127.0.0.1", office.port)
        self.client.subscribe(f"{ROOT}/reply/kiosk-crowd", 1)
        self.asked = 0
        self.over = threading.Event()

    def _ask(self):
        self.asked += 1
        self.client.publish(f"{ROOT}/cmd/kiosk-crowd/issue", json.dumps({"id": f"visitor-{self.asked}", "service": "cs"}), 1)

    def _answered(self, _client, _data, message):
        answer = json.loads(message.payload)
        if answer["ok"]:
            self.tickets.append(answer["result"]["ticket"])
        if not self.over.wait(0.05):
            self._ask()

    def __enter__(self):
        self.client.loop_start()
        self._ask()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.client.disconnect()
        self.client.loop_stop()


class ABackup(unittest.TestCase):
    def test_is_restored_and_no_number_is_given_twice(self):
        with Office() as office:
            watch = office.start("watch.log", BIN / "panggil-ctl", *office.way, "watch")
            with Visitors(office) as visitors:
                wait_until(lambda: len(visitors.tickets) > 20, "visitors")
                made = office.ctl("backup", office.folder)
                self.assertEqual(made.code, 0, made.err)
                at_the_backup = len(visitors.tickets)
                wait_until(lambda: len(visitors.tickets) > at_the_backup + 20, "more visitors")
            epoch = office.epoch()
            (backup,) = office.folder.glob("journal-*.db")
            self.assertEqual(backup.stat().st_mode & 0o777, 0o600)
            self.assertEqual(office.restore(backup).code, 75, "a dispatcher is running")
            office.kill(office.dispatcher)

            restored = office.restore(backup)
            self.assertEqual(restored.code, 0, restored.err)
            self.assertIn("none is given again", restored.out)
            self.assertTrue(list((office.folder / "state").glob("journal.db.replaced-*")))
            verified = office.on_state("--verify")
            self.assertEqual(verified.code, 0, verified.out)
            office.start_dispatcher()
            self.assertNotEqual(office.epoch(), epoch)
            self.assertEqual(json.loads(office.heard("status")[0])["state"], "online")
            new = [office.issue() for _ in range(3)]
            self.assertFalse(set(new) & set(visitors.tickets), (new, visitors.tickets[-1]))
            self.assertGreater(new[0], max(visitors.tickets))
            # One who has listened all along hears of them.
            wait_until(lambda: new[-1] in (office.folder / "watch.log").read_text(encoding="utf-8"), "the watch to follow")
            self.assertIsNone(watch.poll())
            self.assertEqual(office.counter(1, "open").code, 0)
            self.assertEqual(office.counter(1, "next").code, 0)

    def test_on_a_blank_machine_asks_how_many_may_have_come_since(self):
        with Office() as office:
            last = [office.issue() for _ in range(5)][-1]
            self.assertEqual(office.ctl("backup").code, 0)
            (backup,) = (office.folder / "state" / "backups").glob("*.db")
            since = [office.issue() for _ in range(5)]
            office.kill(office.dispatcher)
            refused = office.restore(backup, state="blank")
            self.assertEqual(refused.code, 2)
            self.assertIn("--skip", refused.err)
            self.assertFalse((office.folder / "blank" / "journal.db").exists())
            self.assertEqual(office.restore(backup, "--skip", 40, state="blank").code, 0)
            shutil.rmtree(office.folder / "state")
            (office.folder / "blank").rename(office.folder / "state")
            office.start_dispatcher()
            new = office.issue()
            self.assertNotIn(new, since)
            self.assertEqual(int(new[1:]), int(last[1:]) + 41)
            self.assertEqual(office.on_state("--verify").code, 75)

    def test_that_is_damaged_or_another_offices_changes_nothing(self):
        with Office() as office:
            office.issue()
            self.assertEqual(office.ctl("backup").code, 0)
            (backup,) = (office.folder / "state" / "backups").glob("*.db")
            office.kill(office.dispatcher)
            before = office.files()
            damaged = office.folder / "damaged.db"
            body = bytearray(backup.read_bytes())
            place = body.find(b'"ticket":"A')
            body[place + 10:place + 11] = b"B"
            damaged.write_bytes(body)
            other = run("panggil-dispatcher", "--office", SOURCE / "config" / "offices" / "batam", "--state", office.folder / "state",
                        "--restore", backup, *CLOCK)
            real_clock = office.on_state("--restore", backup)
            for refused in (office.restore(damaged), other, real_clock, office.restore(office.folder / "no-such-file")):
                self.assertEqual(refused.code, 1, refused.out)
                self.assertEqual(office.files(), before)
            self.assertIn("not as it was written", office.restore(damaged).err)

    def test_is_refused_to_all_but_supervisors(self):
        with Office() as office:
            refused = run("panggil-ctl", *office.way, "--name", "counter-1", "backup")
            self.assertEqual(refused.code, 1)
            self.assertIn("forbidden", refused.err)

    def test_is_not_taken_to_a_stick_that_is_not_there(self):
        with Office() as office:
            refused = office.ctl("backup", office.folder / "stick")
            self.assertNotEqual(refused.code, 0)
            self.assertIn("no directory", refused.err)
            self.assertFalse((office.folder / "stick").exists())


if __name__ == "__main__":
    unittest.main()
