"""An office whose file a test writes itself, at whatever time it wants, on a broker of its own. PANGGIL_BIN names the folder of the
programs."""

import itertools
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "support"))

from processes import Rig, wait_until  # noqa: E402

BIN = Path(os.environ["PANGGIL_BIN"])
ROOT = "panggil/v1/trial"

OFFICE = """\
site: trial
name: {id: Kantor, en: Office}
languages: [en, id]
timezone: Asia/Jakarta
areas: [{id: hall, name: {id: Ruang, en: Hall}}]
services:
  - {id: cs, name: {id: Layanan, en: Service}, prefix: A}
  - {id: photo, name: {id: Foto, en: Photo}, prefix: B}
counters:
  - {id: 1, services: [cs]}
  - {id: 2, services: [photo]}
"""


class ChangingOffice(Rig):
    def __init__(self, text=OFFICE):
        super().__init__("changing")
        self.ids = itertools.count(1)
        self.dispatcher = None
        self.write(text)

    def __enter__(self):
        try:
            self.start_broker()
        except BaseException:
            self.__exit__()
            raise
        return self

    def write(self, text):
        (self.folder / "office.yaml").write_text(text, encoding="utf-8")

    def start_dispatcher(self, clock, *words):
        """With the machine itself in the time zone `TZ` of the environment, if there is one."""
        self.dispatcher = self.start("dispatcher.log", BIN / "panggil-dispatcher", "--office", self.folder, "--state",
                                     self.folder / "state", "--broker", self.uri, "--clock", clock, *words)
        wait_until(lambda: self.dispatcher.poll() is not None or self.answers(), "the dispatcher")

    def answers(self):
        """Then all that it has to tell of the start stands at the broker."""
        if (self.retained("status") or {}).get("state") != "online":
            return False
        return bool(self.send("stranger", "next", patience_s=2).stdout)

    def at(self, clock, *words):
        """Another dispatcher on the same journal, at this time."""
        if self.dispatcher is not None:
            self.stop(self.dispatcher)
        self.start_dispatcher(clock, *words)

    def hangup(self):
        self.dispatcher.send_signal(signal.SIGHUP)

    def log(self):
        return (self.folder / "dispatcher.log").read_text(encoding="utf-8")

    def says(self, *words):
        wait_until(lambda: any(all(word in line for word in words) for line in self.log().splitlines()), f"a line with {words}")

    def send(self, client, action, patience_s, **fields):
        payload = json.dumps({"id": f"c{next(self.ids)}", **fields})
        return subprocess.run(["mosquitto_rr", "-h", "127.0.0.1", "-p", str(self.port), "-V", "mqttv5", "-q", "1", "-W",
                               str(patience_s), "-t", f"{ROOT}/cmd/{client}/{action}", "-e", f"{ROOT}/reply/{client}", "-m", payload],
                              capture_output=True, text=True, check=False)

    def ask(self, client, action, **fields):
        done = self.send(client, action, patience_s=15, **fields)
        if not done.stdout:
            raise TimeoutError(f"no answer to {action} of {client}: {done.stderr}\n{self.log()}")
        return json.loads(done.stdout)

    def result(self, client, action, **fields):
        answer = self.ask(client, action, **fields)
        if not answer["ok"]:
            raise AssertionError(answer)
        return answer["result"]

    def error(self, client, action, **fields):
        answer = self.ask(client, action, **fields)
        if answer["ok"]:
            raise AssertionError(answer)
        return answer["error"]

    def issue(self, service="cs"):
        return self.result("kiosk-1", "issue", service=service)["ticket"]

    def retained(self, topic):
        """What stands at the broker, or None."""
        done = subprocess.run(["mosquitto_sub", "-h", "127.0.0.1", "-p", str(self.port), "-t", f"{ROOT}/{topic}", "-C", "1", "-W", "1",
                               "--retained-only"], capture_output=True, text=True, check=False)
        return json.loads(done.stdout) if done.stdout else None

    def service(self, service="cs"):
        """What the office's topic says of it."""
        return next(each for each in self.retained("office")["services"] if each["service"] == service)

    def ctl(self, *words):
        return subprocess.run([str(BIN / "panggil-ctl"), "--broker", self.uri, "--site", "trial", *words], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=25)
