"""An office with an officer's desk: a screen, a window on it, and a hand on its keys and its mouse."""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clients"))

from trial_office import BIN, SITE, TrialOffice, wait_until  # noqa: E402, F401

WIDTH, HEIGHT = 420, 560


class Desk(TrialOffice):
    """As TrialOffice, with an X server that has no window manager."""

    def __enter__(self):
        super().__enter__()
        try:
            self.start_screen()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start_screen(self):
        self.windows = []
        reading, writing = os.pipe()
        with open(self.folder / "screen.log", "ab") as log:
            screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp",
                                       "-noreset"],
                                      stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[writing])
        self.running.append(screen)
        os.close(writing)
        with os.fdopen(reading) as said:
            self.display = ":" + said.readline().strip()

    def window(self, counter=1, *words, broker=None, name=None, site=SITE, wait=True):
        if site:
            words += ("--site", site)
        return Window(self, counter, words, broker or self.uri, name, wait)

    def retain(self, topic, payload):
        subprocess.run(["mosquitto_pub", "-h", "127.0.0.1", "-p", str(self.port), "-t", topic, "-r", "-m", payload], check=True)


class Window:
    def __init__(self, desk, counter, words, broker, name, wait):
        self.desk = desk
        number = sum(1 for _ in desk.folder.glob("window-*.log"))
        self.log_file = desk.folder / f"window-{number}.log"
        command = ["env", f"DISPLAY={desk.display}", BIN / "panggil-counter", "--broker", broker, "--counter", counter, "--log-level", "debug", *words]
        if name:
            command += ["--name", name]
        self.process = desk.start(self.log_file.name, *command)
        try:
            wait_until(self.find, "the window")
        except TimeoutError as error:
            raise TimeoutError(f"{error}; it says: {self.log()}") from None
        self.do("windowmove", self.id, 0, 0)
        self.do("windowfocus", "--sync", self.id)
        if wait:
            self.wait_until_ready()

    def find(self):
        """Without a window manager a window does not say whose it is: it is the one that was not there before."""
        known = {window.id for window in self.desk.windows if window.process.poll() is None}
        found = set(self.do("search", "--name", "^Panggil ", check=False).split()) - known
        self.id = found.pop() if found else None
        if self.id:
            self.desk.windows.append(self)
        return self.id is not None

    def do(self, *words, check=True):
        done = subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.desk.display}, capture_output=True,
                              text=True, check=False)
        if check and done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def key(self, *names):
        for name in names:
            self.do("key", name)

    def click(self, x, y):
        """In pixels of a window of 420 by 560, which stands at the upper left corner of the screen."""
        self.do("mousemove", "--window", self.id, x, y, "click", 1)

    def log(self):
        return self.log_file.read_text(encoding="utf-8")

    def frames(self):
        """What each frame was of, so far: quiet, under way, done or trouble; offline or connecting; list or question."""
        return re.findall(r"panggil-counter debug: shows: (.*)", self.log())

    def shows(self, what):
        frames = self.frames()
        return bool(frames) and what in frames[-1]

    def wait_for(self, what, patience_s=20):
        wait_until(lambda: self.shows(what), f"a frame of {what}; the frames were {self.frames()[-5:]}", patience_s)

    def is_ready(self):
        """With the line to the dispatcher back, but its counter not heard yet, a press is answered by `connecting` only."""
        return bool(self.frames()) and not self.shows("offline") and not self.shows("connecting")

    def wait_until_ready(self, patience_s=20):
        wait_until(self.is_ready, f"the counter; the frames were {self.frames()[-5:]}", patience_s)

    def close(self):
        return self.desk.stop(self.process)
