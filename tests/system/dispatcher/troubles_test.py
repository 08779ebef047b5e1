#!/usr/bin/env python3
"""What a dispatcher says, and how it ends, when something is wrong: a journal that had to be repaired, a second dispatcher,
strange messages."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "system" / "clients"))

from trial_office import BIN, ROOT, SITE, TrialOffice, wait_until  # noqa: E402

LATER = "2026-11-23T08:40:00+07:00"


class Office(TrialOffice):
    def another(self, log, *words):
        return self.start(log, BIN / "panggil-dispatcher", "--office", SOURCE / "config" / "offices" / SITE, "--broker",
                          self.uri, "--clock", LATER, *words)

    def log(self, name="dispatcher.log"):
        return (self.folder / name).read_text(encoding="utf-8")

    def says(self, *words, log="dispatcher.log"):
        def said():
            return any(all(word in line for word in words) for line in self.log(log).splitlines())
        wait_until(said, f"the line with {words} in {log}")

    def status(self):
        return json.loads(self.heard("status")[0])

    def publish(self, topic, payload):
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.port), "-t", topic, "-m", payload], check=True)


class ARepairedJournal(unittest.TestCase):
    def test_leaves_the_status_degraded_until_somebody_has_looked(self):
        with Office() as office:
            office.issue()
            office.kill(office.dispatcher)
            database = office.folder / "state" / "journal.db"
            (office.folder / "state" / "journal.db-wal").unlink(missing_ok=True)
            with open(database, "r+b") as file:
                file.seek(10)
                file.write(b"\xff\xff\xff\xff")
            office.start_dispatcher()
            (damaged,) = [f for f in database.parent.glob("journal.db.damaged-*") if not f.name.endswith("-wal")]
            for again in (False, True):
                with self.subTest(again=again):
                    status = office.status()
                    self.assertEqual(status["state"], "degraded")
                    self.assertIn(damaged.name, status["reason"])
                    office.says("error", "degraded: ", damaged.name)
                    self.assertIn("move journal.db.damaged-", office.ctl("status").out)
                office.stop(office.dispatcher)
                office.start_dispatcher()
            damaged.unlink()
            office.stop(office.dispatcher)
            office.start_dispatcher()
            self.assertEqual(office.status()["state"], "online")


class TwoDispatchers(unittest.TestCase):
    def leaves_it_to_the_newer_one(self, *name):
        with Office() as office:
            newer = office.another("newer.log", "--state", office.folder / "state2", *name)
            self.assertEqual(office.dispatcher.wait(15), 75)
            office.says("error", "another dispatcher took the site cirebon")
            wait_until(lambda: office.ctl("status").code == 0, "the newer one")
            self.assertEqual(office.status()["state"], "online")
            self.assertIn(office.status()["epoch"], office.log("newer.log"))
            self.assertIsNone(newer.poll())
            self.assertEqual(office.kiosk("issue", "cs").code, 0)
            return office.log("newer.log").count("another dispatcher is at work for the site cirebon")

    def test_the_older_one_leaves_it_to_the_newer_one(self):
        # The broker ends the older one's connection: whether it is back and heard of before it gives up is chance.
        self.assertLessEqual(self.leaves_it_to_the_newer_one(), 1)

    def test_also_under_two_names(self):
        self.assertEqual(self.leaves_it_to_the_newer_one("--name", "dispatcher-2"), 1)

    def test_one_stays_when_both_were_there_before_the_broker(self):
        with Office() as office:
            office.kill(office.broker)
            newer = office.another("newer.log", "--state", office.folder / "state2")
            office.says("no connection to the broker", log="newer.log")
            office.start_broker()
            self.assertEqual(office.dispatcher.wait(30), 75)
            wait_until(lambda: office.ctl("status").code == 0, "the newer one")
            self.assertIsNone(newer.poll())

    def test_one_that_was_started_by_mistake_and_ended_leaves_the_other_at_work(self):
        with Office() as office:
            ours = office.status()["epoch"]
            stray = office.another("stray.log", "--state", office.folder / "state2")
            office.says("connected to the broker", log="stray.log")
            self.assertEqual(office.stop(stray), 0)
            wait_until(lambda: office.status()["epoch"] == ours and office.status()["state"] == "online", "the first one again")
            self.assertEqual(office.kiosk("issue", "cs").code, 0)
            self.assertIsNone(office.dispatcher.poll())

    def test_one_that_only_starts_again_is_no_other(self):
        with Office() as office:
            office.kill(office.dispatcher)
            office.start_dispatcher()
            office.kill(office.broker)
            office.start_broker()
            wait_until(lambda: office.ctl("status").code == 0, "the dispatcher")
            self.assertNotIn("another dispatcher", office.log())


class StrangeMessages(unittest.TestCase):
    def test_are_named_in_the_log_in_plain_characters_and_not_at_length(self):
        with Office() as office:
            office.publish(f"{ROOT}/cmd/counter-1/Dance", '{"id":"a"}')
            office.says("none of ours", f"{ROOT}/cmd/counter-1/Dance (10 bytes)")
            office.publish(f"{ROOT}/cmd/counter-1/\u202e[2J" + "x" * 200, "{}")
            office.says("none of ours", "cmd/counter-1/???[2Jxxx", "x and more (2 bytes)")

    def test_an_unknown_action_leaves_a_line(self):
        with Office() as office:
            office.publish(f"{ROOT}/cmd/counter-1/dance", '{"id":"a"}')
            office.says("warning", "counter-1 asked for dance, and there is no such action")


if __name__ == "__main__":
    unittest.main()
