"""The office of Cirebon on a broker of one's own, and our programs to use it. PANGGIL_BIN names the folder of the programs."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "support"))

from processes import Rig, free_port, wait_until  # noqa: E402, F401

BIN = Path(os.environ["PANGGIL_BIN"])
SITE = "cirebon"
ROOT = f"panggil/v1/{SITE}"


@dataclass
class Run:
    code: int
    out: str
    err: str
    seconds: float

    @property
    def json(self):
        return json.loads(self.out)


def run(program, *words, patience_s=25):
    began = time.monotonic()
    done = subprocess.run([str(BIN / program), *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=patience_s, check=False)
    return Run(done.returncode, done.stdout, done.stderr, time.monotonic() - began)


class TrialOffice(Rig):
    """`with TrialOffice() as office:` is half past eight of a working day, with everything closed but the services."""

    def __init__(self, site=SITE):
        super().__init__("clients")
        self.way = ("--broker", self.uri, "--site", site)
        self.broker = self.dispatcher = None

    def __enter__(self):
        try:
            self.broker = self.start_broker()
            self.start_dispatcher()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start_dispatcher(self, broker=None):
        self.dispatcher = self.start("dispatcher.log", BIN / "panggil-dispatcher", "--office",
                                     SOURCE / "config" / "offices" / SITE, "--state", self.folder / "state",
                                     "--broker", broker or self.uri, "--clock", "2026-11-23T08:30:00+07:00")
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher")

    def freeze_dispatcher(self):
        self.dispatcher.send_signal(signal.SIGSTOP)

    def thaw_dispatcher(self):
        self.dispatcher.send_signal(signal.SIGCONT)

    def counter(self, counter, *words):
        return run("panggil-counter", *self.way, "--counter", counter, *words)

    def kiosk(self, *words):
        return run("panggil-kiosk", *self.way, *words)

    def ctl(self, *words):
        return run("panggil-ctl", *self.way, *words)

    def state(self):
        return self.ctl("status", "--json").json

    def current(self, counter):
        """The ticket that is current there, or None."""
        ticket = self.state()["counters"][str(counter)]["ticket"]
        return ticket and ticket["ticket"]

    def issue(self, service="cs"):
        answer = self.kiosk("issue", service, "--json").json
        return answer["result"]["ticket"]

    def heard(self, topic, count=1, patience_s=5):
        """The next payloads on a topic, by a client that is not ours."""
        done = subprocess.run(["mosquitto_sub", "-h", "127.0.0.1", "-p", str(self.port), "-t", f"{ROOT}/{topic}", "-C", str(count),
                               "-W", str(patience_s)], capture_output=True, text=True, check=False)
        return done.stdout.splitlines()

    def beats_again(self, beat):
        """As if `beat` came twice a second; ends with the returned function."""
        ended = threading.Event()

        def go_on():
            while not ended.wait(0.5):
                subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.port), "-t", f"{ROOT}/beat", "-m", beat], check=False)

        thread = threading.Thread(target=go_on)
        thread.start()
        return lambda: (ended.set(), thread.join())
