"""A program in a terminal of its own, and what stands on its screen. Knows the few sequences that `panggil-ctl watch` writes."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time

SEQUENCE = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])")


class Screen:
    def __init__(self, command, columns=100, rows=30):
        self.master, self.slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen([str(word) for word in command], stdin=self.slave, stdout=self.slave,
                                        stderr=self.slave, start_new_session=True, preexec_fn=self.control)
        self.raw = ""
        self.lines = {}

    def control(self):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C and the size's changes reach it

    def resize(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys):
        os.write(self.master, keys.encode())

    def read(self, seconds=0.1):
        """Takes what was written meanwhile."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                break
            self.take(os.read(self.master, 65536).decode(errors="replace"))

    def take(self, text):
        self.raw += text
        row, at = 1, 0
        for match in SEQUENCE.finditer(text):
            self.write(row, text[at:match.start()])
            at = match.end()
            numbers, letter = match.groups()
            if letter == "H":
                row = int(numbers.split(";")[0] or 1)
            elif letter == "K":
                self.lines[row] = ""
            elif letter == "J":
                self.lines = {} if numbers == "2" else {n: line for n, line in self.lines.items() if n < row}
        self.write(row, text[at:])

    def write(self, row, text):
        if text:
            self.lines[row] = self.lines.get(row, "") + text

    def text(self):
        return "\n".join(self.lines.get(row, "") for row in range(1, max(self.lines, default=0) + 1))

    def wait_for(self, what, patience_s=5):
        until = time.monotonic() + patience_s
        while what not in self.text():
            if time.monotonic() > until:
                raise TimeoutError(f"{what!r} never stood on the screen:\n{self.text()}")
            self.read()

    def ended(self, patience_s=5):
        """The exit code, once it has ended."""
        until = time.monotonic() + patience_s
        while self.process.poll() is None and time.monotonic() < until:
            self.read()
        self.read()
        return self.process.poll()

    def as_found(self):
        """The terminal is as it was before the program, and the last word was to give the screen back."""
        return termios.tcgetattr(self.slave) == self.before and self.raw.endswith("\x1b[?1049l")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)
