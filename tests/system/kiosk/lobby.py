"""A kiosk on a virtual screen, at a private broker with a real dispatcher, touched by xdotool and looked at through the screen's memory."""

import os
import re
import struct
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clients"))
sys.path.insert(0, str(Path(__file__).parent))

from paper_sink import PaperSink, write_png  # noqa: E402
from trial_office import BIN, TrialOffice, wait_until  # noqa: E402

PATIENCE_S = 40


class Lobby(TrialOffice):
    """`with Lobby() as lobby:` has an office, an X server and a printer; start_kiosk() begins."""

    size = (1280, 720)

    def __init__(self):
        super().__init__()
        self.printer = PaperSink()
        self.kiosk_process = None
        self.path = os.environ["PATH"]
        self.state_of_kiosk = self.folder / "kiosk-state"
        self.state_of_kiosk.mkdir()

    def __enter__(self):
        super().__enter__()
        try:
            self.start_screen()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start_screen(self):
        reading, writing = os.pipe()
        width, height = self.size
        frames = self.folder / "frames"
        frames.mkdir()
        with open(self.folder / "xvfb.log", "ab") as log:
            server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-fbdir", str(frames),
                                       "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.running.append(server)
        os.close(writing)
        with os.fdopen(reading) as said:
            self.display = f":{said.readline().strip()}"
        self.frame = frames / "Xvfb_screen0"

    def start_kiosk(self, *words, settings="", site="cirebon", uri=None, wait=True):
        config = self.folder / "kiosk.yaml"
        config.write_text((f"site: {site}\n" if site else "") +
                          f"name: kiosk-lobby\nbroker: {uri or self.uri}\nstate: {self.state_of_kiosk}\nlog_level: debug\n"
                          "screen_inches: 15.6\n" + (settings or self.with_printer()), encoding="utf-8")
        env = dict(os.environ, DISPLAY=self.display, PATH=self.path)
        self.said_before = len(self.log())
        with open(self.folder / "kiosk.log", "ab") as log:
            self.kiosk_process = subprocess.Popen([str(BIN / "panggil-kiosk"), "--config", str(config), *words],
                                                  stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env)
        self.running.append(self.kiosk_process)
        if wait:
            self.wait_to_show("the start")
        return self.kiosk_process

    def with_printer(self, more=""):
        return f"printer:\n  tcp: 127.0.0.1:{self.printer.port}\n{more}"

    def log(self):
        file = self.folder / "kiosk.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def pages(self):
        """What this run of the kiosk has shown, in order."""
        return re.findall(r"shows ((?:the|a|that) [a-z ]*[a-z])(?: ([A-Z]\d+))?\s*, printer: \"([^\"]*)\"", self.log()[self.said_before:])

    def wait_to_show(self, page, printer=None):
        def shown():
            pages = self.pages()
            return pages and pages[-1][0] == page and (printer is None or printer in pages[-1][2])

        try:
            wait_until(shown, f"the kiosk to show {page} {printer or ''}", PATIENCE_S)
        except TimeoutError:
            print(self.log()[-4000:])
            raise
        return self.pages()[-1]

    def wait_to_say(self, what):
        wait_until(lambda: what in self.log()[self.said_before:], f"the kiosk to say {what!r}", PATIENCE_S)

    def wait_to_end_unsure(self):
        """What stands there once the outcome of a touch is known."""
        known = ("the number", "a refusal", "the start")
        wait_until(lambda: any(page in known for page, _, _ in self.pages_after_touch()), "the outcome of a touch", PATIENCE_S)
        return next(page for page, _, _ in self.pages_after_touch() if page in known)

    def pages_after_touch(self):
        pages = self.pages()
        under_way = [at for at, (page, _, _) in enumerate(pages) if page in ("a touch", "that it is unsure")]
        return pages[under_way[-1] + 1:] if under_way else []

    def wait_for_touch_file(self):
        wait_until((self.state_of_kiosk / "touch").exists, "the touch to be kept", PATIENCE_S)

    def wait_for_file_to_end_with(self, file, end):
        wait_until(lambda: file.exists() and file.read_bytes().endswith(end), f"{file.name} to be printed", PATIENCE_S)

    def put_command(self, name, script):
        """In the PATH of the kiosk, before all others."""
        folder = self.folder / "commands"
        folder.mkdir(exist_ok=True)
        command = folder / name
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
        self.path = f"{folder}:{os.environ['PATH']}"

    def touch(self, across, down, times=1):
        """At these parts of the screen's width and height."""
        width, height = self.size
        subprocess.run(["xdotool", "mousemove", str(int(across * width)), str(int(down * height)), "click", "--repeat", str(times), "--delay",
                        "20", "1"], env=dict(os.environ, DISPLAY=self.display), check=True)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", *keys], env=dict(os.environ, DISPLAY=self.display), check=True)

    def touch_first_service(self, times=1):
        self.touch(0.25, 0.38, times)

    def issued(self):
        """How many tickets the dispatcher has given out for the first service."""
        events = self.ctl("events", "--json")
        return events.out.count('"kind":"ticket-issued"')

    def picture(self, file):
        """Of the whole screen, as it is now."""
        data = self.frame.read_bytes()
        head = struct.unpack(">25I", data[:100])
        size, width, height, stride, colours = head[0], head[4], head[5], head[12], head[19]
        start = size + colours * 12
        lines = []
        for row in range(height):
            line = data[start + row * stride:start + row * stride + width * 4]
            lines.append(bytes(line[at + channel] for at in range(0, width * 4, 4) for channel in (2, 1, 0)))
        write_png(file, width, lines, channels=3)


def settle():
    """Longer than a double touch is guarded against."""
    time.sleep(0.7)
