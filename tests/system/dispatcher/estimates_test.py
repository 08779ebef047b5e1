#!/usr/bin/env python3
"""What people are told of how long it will take: nothing at first, a band once the day has taught it, and the same one after a
dispatcher that was killed in the middle of the day."""

import contextlib
import json
import sqlite3
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "system" / "clients"))

from trial_office import BIN, ROOT, SITE, TrialOffice, wait_until  # noqa: E402

# Always open, so that no slow machine comes into a break.
OFFICE = f"""
site: {SITE}
name: {{id: Kantor, en: Office}}
languages: [id, en]
timezone: Asia/Jakarta
areas: [{{id: hall, name: {{id: Ruang, en: Hall}}}}]
services:
  - {{id: cs, name: {{id: Layanan, en: Customer service}}, prefix: A}}
counters:
  - {{id: 1, areas: [hall], services: [cs]}}
"""
MORNING = "2026-11-23T08:05:00+07:00"
FAST, STANDING = 300, 0.01
PEOPLE, BEHIND = 60, 3


class Office(TrialOffice):
    clock, speed = MORNING, FAST

    def start_dispatcher(self):
        (self.folder / "office").mkdir(exist_ok=True)
        (self.folder / "office" / "office.yaml").write_text(OFFICE, encoding="utf-8")
        self.dispatcher = self.start("dispatcher.log", BIN / "panggil-dispatcher", "--office", self.folder / "office", "--state",
                                     self.folder / "state", "--broker", self.uri, "--clock", self.clock, "--clock-speed", self.speed)
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher")

    def stand_still_and_start(self):
        """As the last one was killed, and from now on time hardly passes."""
        self.clock = self.state()["beat"]["time"]
        self.restart()

    def restart(self):
        self.kill(self.dispatcher)
        self.speed = STANDING
        self.start_dispatcher()

    def send(self, client, action, **payload):
        """The broker has it when this returns, so that commands come in the order of the calls."""
        self.sent = getattr(self, "sent", 0) + 1
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.port), "-q", "1", "-t", f"{ROOT}/cmd/{client}/{action}",
                        "-m", json.dumps({"id": f"c{self.sent}", **payload})], check=True)

    def serve(self, people):
        for number in range(people):
            self.send("kiosk-lobby", "issue", service="cs")
            if number >= BEHIND:
                self.send("counter-1", "next")
        wait_until(lambda: self.queue()["waiting"] == BEHIND, "everybody to be served")

    def queue(self):
        return self.state()["queues"]["cs"]

    def board(self):
        (service,) = json.loads(self.heard("board/hall")[0])["services"]
        return service


class HowLongItWillTake(unittest.TestCase):
    def setUp(self):
        self.office = Office().__enter__()
        self.addCleanup(self.office.__exit__)
        self.office.counter(1, "open")

    def test_is_not_told_before_anybody_can_know(self):
        answer = self.office.kiosk("issue", "cs", "--json").json
        self.assertIsNone(answer["result"]["estimate"])
        self.assertIsNone(self.office.queue()["estimate"])
        self.assertIsNone(self.office.board()["estimate"])

    def test_is_told_by_the_same_band_before_and_after_a_restart_in_the_middle_of_the_day(self):
        self.office.serve(PEOPLE)
        self.office.stand_still_and_start()
        band = self.office.queue()["estimate"]
        self.assertIsNotNone(band)
        self.assertLess(band["low_s"], band["high_s"])
        self.assertEqual((band["low_s"] % 60, band["high_s"] % 60), (0, 0), "what people say")
        self.assertEqual(self.office.board()["estimate"], band)
        low, high = band["low_s"] // 60, band["high_s"] // 60
        self.assertIn(f"{low}–{high} min" if low else f"up to {high} min", self.office.ctl("status").out)

        self.office.restart()
        self.assertEqual(self.office.queue()["estimate"], band)

        told = self.office.kiosk("issue", "cs", "--json").json["result"]
        self.assertEqual((told["ahead"], told["estimate"]), (BEHIND, band))
        said = self.office.kiosk("issue", "cs")
        self.assertRegex(said.out, r"Wait (about \d+|up) to \d+ minutes")

        self.office.counter(1, "complete")
        self.office.counter(1, "pause")
        wait_until(lambda: self.office.queue()["estimate"] is None, "no estimate where no counter is open")
        self.assertIsNone(self.office.board()["estimate"])
        self.office.counter(1, "open")
        wait_until(lambda: self.office.queue()["estimate"] is not None, "an estimate again")

    def test_is_learnt_anew_when_what_was_learnt_is_damaged(self):
        self.office.serve(PEOPLE)
        self.office.stop(self.office.dispatcher)
        database = self.office.folder / "state" / "journal.db"
        with contextlib.closing(sqlite3.connect(database)) as journal:
            journal.execute("UPDATE morning SET learnt = 'something else'")
            journal.commit()
        self.office.start_dispatcher()
        self.assertEqual(self.office.queue()["waiting"], BEHIND)
        self.assertIsNone(self.office.queue()["estimate"])
        log = (self.office.folder / "dispatcher.log").read_text(encoding="utf-8")
        self.assertIn("the estimates learn anew", log)
        self.assertEqual(json.loads(self.office.heard("status")[0])["state"], "online")


if __name__ == "__main__":
    unittest.main()
