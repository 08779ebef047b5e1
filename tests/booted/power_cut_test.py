"""A server whose power is cut again and again while clients press: it comes back by itself, and nothing that it said yes to is lost. All of
its processes are killed at once; what they had handed to the kernel survives, unlike in a real power cut. Disks that
forget are tests/sim/journal's."""

import os
import random
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

from machines import Hall, wait_until

CRASH = Path(__file__).parents[1] / "system" / "crash"
sys.path.insert(0, str(CRASH))

import check_history  # noqa: E402
from resender import Resender  # noqa: E402

SITE, SERVICES = "crash", ("cs", "interview", "pickup")
SERVER, CLIENTS = "192.168.77.2", "192.168.77.100"
CUTS = int(os.environ.get("PANGGIL_POWER_CUTS", "20"))
SEED = int(os.environ.get("PANGGIL_SEED", str(random.randrange(1_000_000))))
FEWEST_YES_A_CUT = 10  # else little was going on


class PowerCuts(unittest.TestCase):
    def setUp(self):
        self.hall = Hall(os.environ["PANGGIL_MACHINES"], os.environ["PANGGIL_PACKAGES"])
        self.enterContext(self.hall)
        self.random = random.Random(SEED)
        self.server = server = self.hall.machine("server", SERVER)
        server.must("apt-get install -y --no-install-recommends ./panggil-{common,broker,dispatcher,ctl}_*.deb", patience_s=1800)
        shutil.copy(CRASH / "office" / "office.yaml", server.root / "etc/panggil/office.yaml")
        # Clients are on the wire, and who they are is not what this looks at.
        server.must("sed -i 's/^listener 1883 127.0.0.1/listener 1883/' /etc/mosquitto/conf.d/panggil.conf;"
                    "systemctl restart mosquitto; systemctl start panggil-dispatcher")
        wait_until(self.office_answers, "the dispatcher")
        self.hall.step_in(CLIENTS)

    def office_answers(self):
        return self.server.run("panggil-ctl status").returncode == 0

    def cut(self):
        self.server.lose_power()
        time.sleep(self.random.uniform(0, 1))
        begin = time.monotonic()
        self.server.boot()
        if self.random.random() < 0.25:
            return "again at once"  # Perhaps before the office is open.
        wait_until(self.office_answers, "the dispatcher", 300)
        took = time.monotonic() - begin
        time.sleep(self.random.uniform(2, 6))
        return f"open {took:.1f} s after the power came back"

    def start_load(self, history):
        with open(self.hall.folder / "load.log", "wb") as log:
            return subprocess.Popen(
                [Path(os.environ["PANGGIL_BIN"]) / "panggil-simulate", "--load", "--every-action", "--broker", f"tcp://{SERVER}:1883",
                 "--site", SITE, "--counters", "8", "--kiosks", "6", "--outstanding", "10", "--seconds", "100000",
                 "--seed", str(SEED), "--log", history], stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def test_nothing_that_was_acknowledged_is_lost(self):
        histories = [self.hall.folder / "load.history", self.hall.folder / "again.history"]
        load = self.start_load(histories[0])
        resender = Resender(1883, SITE, "kiosk-again", SERVICES, histories[1], SEED, SERVER)
        try:
            time.sleep(3)
            for number in range(1, CUTS + 1):
                print(f"cut {number}: {self.cut()}", flush=True)
                self.assertIsNone(load.poll(), (self.hall.folder / "load.log").read_text(encoding="utf-8")[-2000:])
            wait_until(self.office_answers, "the dispatcher", 300)
            time.sleep(5)
        finally:
            resender.stop()
            load.terminate()
            load.wait()
        self.server.must("systemctl stop panggil-dispatcher")
        found, looked_at = check_history.check(self.server.root / "var/lib/panggil/journal.db", histories)
        print("\n".join(found.lines + [f"seed {SEED}: {looked_at.sentence()}"]), flush=True)
        self.assertFalse(found.counts)
        self.assertGreater(looked_at.yes, FEWEST_YES_A_CUT * CUTS)
        self.assertGreater(looked_at.resent, 0)


if __name__ == "__main__":
    unittest.main()
