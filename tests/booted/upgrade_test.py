"""Packages of an earlier version, on a booted machine with a running queue: upgraded, removed and purged."""

import json
import os
import re
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

from machines import Hall, run, wait_until

OLD = os.environ.get("PANGGIL_OLD_PACKAGES")
OFFICE = Path(__file__).parents[1] / "system" / "crash" / "office" / "office.yaml"  # always open
PARTS = "{common,broker,dispatcher,counter,ctl}"
OUR_LINE = "log_level: debug  # while we look at it\n"


def as_earlier(package, folder):
    """The same package under a lower version, as packages of two commits may bear the same."""
    with tempfile.TemporaryDirectory() as opened:
        run("dpkg-deb", "-R", package, opened)
        control = Path(opened) / "DEBIAN" / "control"
        text = re.sub(r"^Version: .*$", "Version: 0.0.1-1", control.read_text(encoding="utf-8"), flags=re.M)
        control.write_text(re.sub(r"panggil-common \(= [^)]*\)", "panggil-common (= 0.0.1-1)", text), encoding="utf-8")
        run("dpkg-deb", "--root-owner-group", "-b", opened, folder / re.sub(r"_[^_]*_", "_0.0.1-1_", package.name))


@unittest.skipUnless(OLD, "PANGGIL_OLD_PACKAGES says where packages of an earlier version are; tests/booted/earlier-packages makes them")
class Upgrade(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        hall = Hall(os.environ["PANGGIL_MACHINES"], os.environ["PANGGIL_PACKAGES"])
        cls.enterClassContext(hall)
        cls.server = hall.machine("server", "192.168.77.2")
        old = cls.server.root / "root/old"
        old.mkdir()
        for package in Path(OLD).glob("*.deb"):
            as_earlier(package, old)

    def install(self, packages):
        # Enter: keep what I have changed.
        return self.server.must(f"apt-get install -y --no-install-recommends {packages}", stdin="\n" * 20)

    def queue(self):
        """Whom each counter serves, and who waits."""
        state = json.loads(self.server.must("panggil-ctl status --json"))
        return ({counter: (one["state"], (one["ticket"] or {}).get("ticket")) for counter, one in state["counters"].items()},
                {service: one["waiting"] for service, one in state["queues"].items()})

    def serve(self, *words):
        return self.server.must(f"panggil-counter {' '.join(map(str, words))}")

    def issue(self):
        """As a kiosk would. The numbers are those of a new journal."""
        waiting = self.queue()[1]["cs"]
        self.issued += 1
        ask = json.dumps({"id": f"issue-{self.issued}", "service": "cs"})
        self.server.must(f"mosquitto_pub -q 1 -t panggil/v1/crash/cmd/kiosk-1/issue -m '{ask}'")
        wait_until(lambda: self.queue()[1]["cs"] == waiting + 1, "a ticket")
        return f"A{self.issued:06}"

    def journal_version(self):
        """Of a dispatcher that is stopped."""
        with tempfile.TemporaryDirectory() as copy:
            for file in (self.server.root / "var/lib/panggil").glob("journal.db*"):
                shutil.copy(file, copy)
            with sqlite3.connect(f"{copy}/journal.db") as journal:
                return journal.execute("PRAGMA user_version").fetchone()[0]

    def is_there(self):
        wait_until(lambda: self.server.run("panggil-ctl status").returncode == 0, "the dispatcher")

    def test_goes_on_where_it_was_and_leaves_only_what_it_is_told_to(self):
        server = self.server
        self.issued = 0
        self.install(f"mosquitto-clients ./old/panggil-{PARTS}_*.deb")
        shutil.copy(OFFICE, server.root / "etc/panggil/office.yaml")
        server.must(f"printf '{OUR_LINE}' >> /etc/panggil/dispatcher.yaml; systemctl restart panggil-dispatcher")
        self.is_there()
        issued = [self.issue() for _ in range(6)]
        for words in (("--counter", 1, "open"), ("--counter", 2, "open"), ("--counter", 1, "next"), ("--counter", 2, "next"),
                      ("--counter", 1, "start"), ("--counter", 2, "hold"), ("--counter", 2, "next")):
            self.serve(*words)
        before = self.queue()
        self.assertEqual(before[0]["1"][1], issued[0])
        self.assertEqual(before[0]["2"][1], issued[2])
        server.must("systemctl stop panggil-dispatcher")
        old_journal = self.journal_version()
        server.must("systemctl start panggil-dispatcher")
        self.is_there()

        with self.subTest("upgrade"):
            self.install(f"./panggil-{PARTS}_*.deb")
            self.is_there()
            self.assertEqual(self.queue(), before)
            self.assertIn("active", server.must("systemctl is-active panggil-dispatcher mosquitto panggil-backup.timer"))
            self.assertIn(OUR_LINE, server.must("cat /etc/panggil/dispatcher.yaml"))
            self.issue()
            self.serve("--counter", 1, "next")
            self.assertEqual(self.queue()[0]["1"][1], issued[3])
            self.serve("--counter", 2, "complete")
            self.serve("--counter", 2, "resume", issued[1])
            self.assertEqual(self.queue()[0]["2"][1], issued[1])
            # What happened before is still known.
            events = server.must(f"panggil-ctl events --ticket {issued[0]}")
            for words in ("issued for", "to Counter 1", "is being served"):
                self.assertIn(words, events)
            server.must("systemctl stop panggil-dispatcher")
            self.assertGreaterEqual(self.journal_version(), old_journal)
            print(f"journal version {old_journal} became {self.journal_version()}", flush=True)
            server.must("systemctl start panggil-dispatcher")
            self.is_there()
            after = self.queue()

        with self.subTest("remove, and install again"):
            server.must("apt-get remove -y panggil-dispatcher")
            self.assertNotEqual(server.run("systemctl is-active panggil-dispatcher").returncode, 0)
            server.must("test -s /var/lib/panggil/journal.db && test -s /etc/panggil/office.yaml")
            self.install("./panggil-dispatcher_*.deb")
            self.is_there()
            self.assertEqual(self.queue(), after)

        with self.subTest("purge"):
            done = server.run("apt-get purge -y 'panggil-*'")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            left = server.must("find /etc /var/lib /var/cache /usr /lib /run -xdev -name '*panggil*' -not -path '/var/lib/systemd/*'"
                               " -not -path '/run/systemd/propagate/*' -not -path '*/apt/*' -not -path '*/deb-systemd-helper-*'").split()
            self.assertEqual(left, [])
            self.assertEqual(server.must("systemctl --failed --no-legend --plain").strip(), "")
            self.assertEqual(server.must("systemctl is-active mosquitto").strip(), "active")


if __name__ == "__main__":
    unittest.main()
