#!/usr/bin/env python3
"""A disk without room, under the journal and under the backups: a small one, in a mount namespace of the dispatcher's own."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "system" / "clients"))

from trial_office import BIN, SITE, TrialOffice, wait_until  # noqa: E402

OF_ITS_OWN = ("unshare", "--user", "--map-root-user", "--mount")


class Office(TrialOffice):
    """`small` is a disk of so many megabytes that only the dispatcher sees."""

    def __init__(self, megabytes, state, settings=""):
        super().__init__()
        self.small = self.folder / "small"
        self.small.mkdir()
        self.megabytes = megabytes
        self.state_directory = self.folder / state
        (self.folder / "dispatcher.yaml").write_text(settings.format(small=self.small), encoding="utf-8")

    def start_dispatcher(self):
        command = [BIN / "panggil-dispatcher", "--config", self.folder / "dispatcher.yaml", "--office",
                   SOURCE / "config" / "offices" / SITE, "--state", self.state_directory, "--broker", self.uri,
                   "--clock", "2026-11-23T08:30:00+07:00"]
        self.dispatcher = self.start("dispatcher.log", *OF_ITS_OWN, "sh", "-c",
                                     f'mount -t tmpfs -o size={self.megabytes}m tmpfs {self.small} && exec "$@"', "sh", *command)
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher")

    @property
    def ballast(self):
        return Path(f"/proc/{self.dispatcher.pid}/root{self.small}/ballast")

    def fill(self):
        with open(self.ballast, "ab", buffering=0) as file:
            try:
                while file.write(bytes(4096)) == 4096:
                    pass
            except OSError:
                pass

    def status(self):
        return json.loads(self.heard("status")[0])


class AFullDisk(unittest.TestCase):
    def setUp(self):
        allowed = subprocess.run([*OF_ITS_OWN, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False, capture_output=True)
        if allowed.returncode:
            self.skipTest("no tmpfs can be mounted here: " + allowed.stderr.decode())

    def test_under_the_journal_has_every_command_refused_until_there_is_room(self):
        with Office(8, "small/state") as office:
            self.assertEqual([office.issue(), office.issue()], ["A001", "A002"])
            office.counter(1, "open")
            office.fill()
            refused = office.kiosk("issue", "cs")
            self.assertEqual(refused.code, 1, refused)
            self.assertIn("internal", refused.err)
            self.assertEqual(office.counter(1, "next").code, 1)
            self.assertEqual(office.status()["state"], "degraded")
            self.assertIn("disk is full", office.status()["reason"])
            self.assertIsNone(office.current(1))
            office.ballast.unlink()
            wait_until(lambda: office.status()["state"] == "online", "the dispatcher going on by itself")
            self.assertEqual(office.issue(), "A003")
            self.assertEqual(office.counter(1, "next").code, 0)
            self.assertEqual(office.current(1), "A001")
            self.assertEqual(office.dispatcher.poll(), None, "the same process")

    def test_under_the_backups_is_told_and_harms_nothing(self):
        with Office(20, "state", "backups: {small}\n") as office:
            before = office.issue()
            refused = office.ctl("backup")
            self.assertEqual(refused.code, 1)
            self.assertIn("too little room", refused.err)
            self.assertGreater(office.issue(), before)
            self.assertEqual(list(office.small.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
