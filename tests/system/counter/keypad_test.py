#!/usr/bin/env python3
"""A number pad as the whole counter, at a real broker and dispatcher. Where the kernel makes virtual devices (/dev/uinput) the pad is
one; elsewhere its events come through a FIFO, by the same code but for the grab and the search by name."""

import ctypes
import fcntl
import json
import os
import struct
import sys
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clients"))

from trial_office import BIN, SITE, TrialOffice, wait_until  # noqa: E402

EV_SYN, EV_KEY, EV_SND = 0, 1, 0x12
CODES = {"0": 82, "1": 79, "2": 80, "3": 81, "4": 75, "5": 76, "6": 77, "7": 71, "8": 72, "9": 73, "enter": 96, "-": 74, "+": 78,
         "a": 30}
EVENT = struct.Struct("llHHi")
APART_S = 0.8  # presses of one key that follow each other sooner are one


class Fifo:
    name_or_path = None

    def __init__(self, folder):
        self.path = self.name_or_path = folder / "pad"
        self.plug_in()

    def plug_in(self):
        os.mkfifo(self.path)
        self.fd = os.open(self.path, os.O_RDWR)

    def pull_out(self):
        self.path.unlink()
        os.close(self.fd)

    def emit(self, kind, code, value):
        os.write(self.fd, EVENT.pack(0, 0, kind, code, value))


class Virtual:
    """A device of the kernel's own making."""
    name_or_path = "Panggil test pad"

    def __init__(self, _):
        self.plug_in()

    def plug_in(self):
        self.fd = os.open("/dev/uinput", os.O_WRONLY)
        fcntl.ioctl(self.fd, 0x40045564, EV_KEY)  # UI_SET_EVBIT
        for code in CODES.values():
            fcntl.ioctl(self.fd, 0x40045565, code)  # UI_SET_KEYBIT
        setup = struct.pack("HHHH80sI", 3, 0x1234, 0x5678, 1, self.name_or_path.encode(), 0)
        fcntl.ioctl(self.fd, 0x405C5503, ctypes.create_string_buffer(setup, 92))  # UI_DEV_SETUP
        fcntl.ioctl(self.fd, 0x5501)  # UI_DEV_CREATE

    def pull_out(self):
        os.close(self.fd)

    def emit(self, kind, code, value):
        os.write(self.fd, EVENT.pack(0, 0, kind, code, value))


HAS_UINPUT = os.access("/dev/uinput", os.W_OK) and os.path.isdir("/dev/input")


class NumberPad(unittest.TestCase):
    def setUp(self):
        print("by /dev/uinput" if HAS_UINPUT else "by a FIFO", end=" ... ", file=sys.stderr, flush=True)
        self.office = TrialOffice().__enter__()
        self.addCleanup(self.office.__exit__)
        for _ in range(4):
            self.office.issue("cs")
        self.pad = (Virtual if HAS_UINPUT else Fifo)(self.office.folder)
        self.beeps = self.office.folder / "beeper"
        os.mkfifo(self.beeps)
        self.heard = []
        self.beeper = os.open(self.beeps, os.O_RDWR)
        threading.Thread(target=self.listen, daemon=True).start()
        config = self.office.folder / "counter.yaml"
        config.write_text(f"broker: {self.office.uri}\nsite: {SITE}\ncounter: 1\n"
                          f"keypad:\n  device: {self.pad.name_or_path}\n  beeper: {self.beeps}\n"
                          "  keys:\n    \"6\": transfer service interview\n    \"+\": nothing\n", encoding="utf-8")
        self.program = self.office.start("pad.log", BIN / "panggil-counter", "--keypad", "--config", config)
        wait_until(lambda: "the dispatcher of" in self.log() and "the number pad is" in self.log(), "the pad")

    def listen(self):
        while True:
            _, _, kind, _, hertz = EVENT.unpack(os.read(self.beeper, EVENT.size))
            if kind == EV_SND and hertz:
                self.heard.append(hertz)

    def log(self):
        return (self.office.folder / "pad.log").read_text(encoding="utf-8")

    def press(self, key):
        for value in (1, 2, 2, 0):  # held down for a while
            self.pad.emit(EV_KEY, CODES[key], value)
            self.pad.emit(EV_SYN, 0, 0)

    def state(self):
        return self.office.state()["counters"]["1"]

    def does(self, key, what):
        self.press(key)
        wait_until(what, f"what {key} does; the log is {self.log()[-500:]}")

    def current(self):
        return self.office.current(1)

    def test_is_the_whole_counter(self):
        self.does("0", lambda: self.state()["state"] == "open")
        self.does("enter", lambda: self.current() == "A001")
        self.does("2", lambda: self.state()["ticket"]["state"] == "serving")
        self.does("5", lambda: self.state()["held"] == ["A001"])
        self.does("7", lambda: self.current() == "A001")
        self.does("4", lambda: self.current() == "A002" and self.state()["no_show"] == ["A001"])
        self.does("8", lambda: self.state()["no_show"] == [])
        self.does("6", lambda: self.current() is None and self.office.state()["queues"]["interview"]["waiting"] == 1)
        self.does("-", lambda: self.current() == "A002")
        self.does("3", lambda: self.current() is None)
        self.does("9", lambda: self.state()["state"] == "paused")
        self.assertIn(880, self.heard)
        self.assertNotIn(220, self.heard)
        self.assertEqual(self.office.stop(self.program), 0)

    def test_beeps_low_where_nothing_is_to_be_done(self):
        self.press("1")
        wait_until(lambda: self.heard.count(220) == 2, "two low tones")
        self.press("+")
        wait_until(lambda: self.heard.count(220) == 4, "two more, for a key that does nothing")
        self.press("a")  # no key of a pad
        self.does("0", lambda: self.state()["state"] == "open")

    def test_drumming_calls_one(self):
        self.does("0", lambda: self.state()["state"] == "open")
        for _ in range(10):
            self.press("enter")
        wait_until(lambda: self.current() == "A001", "the call")
        time.sleep(APART_S)
        self.does("2", lambda: self.state()["ticket"]["state"] == "serving")
        self.assertEqual(self.current(), "A001")

    def health(self):
        return json.loads(self.office.heard("device/counter-1/health", patience_s=20)[0])

    def test_is_pulled_out_and_plugged_in_again(self):
        wait_until(lambda: self.health()["keypad"] == "ready", "the pad's health")
        self.pad.pull_out()
        wait_until(lambda: "is unplugged" in self.log(), "the pad to be missed")
        wait_until(lambda: self.health()["keypad"] == "gone", "the pad's health")
        self.assertEqual(self.health()["sound"], "ok")
        self.pad.plug_in()
        wait_until(lambda: self.log().count("the number pad is") == 2, "the pad to be found")
        self.does("0", lambda: self.state()["state"] == "open")

    def test_says_when_nobody_is_there_to_hear_and_forgets_it(self):
        self.does("0", lambda: self.state()["state"] == "open")
        self.office.kill(self.office.dispatcher)
        wait_until(lambda: "nothing is heard" in self.log() or "has ended" in self.log(), "the silence")
        self.press("enter")
        wait_until(lambda: 220 in self.heard, "the low tones")
        self.office.start_dispatcher()
        wait_until(lambda: self.log().count("the dispatcher of cirebon is there") == 2, "the link")
        self.assertIsNone(self.current())
        time.sleep(APART_S)
        self.does("enter", lambda: self.current() == "A001")


if __name__ == "__main__":
    unittest.main(verbosity=2)
