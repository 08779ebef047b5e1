"""How fast an officer's window is, and what it costs; for docs/performance.md. PANGGIL_BIN=… /usr/bin/python3 -B tests/system/counter/measure.py [PRESSES]"""

import os
import sys
import time

from desk import Desk, wait_until
from measured import resident_mib, times, told, used_s

IDLE_S = 30
APART_S = 0.75  # presses of one key that follow each other sooner are one


def main():
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with Desk() as desk:
        desk.issue("cs")
        desk.counter(1, "open")
        desk.counter(1, "next")
        window = desk.window(1)
        pid = window.process.pid
        wait_until(lambda: "is given back" in window.log(), "the code to be given back")
        before = len(window.log())
        for _ in range(presses):
            answers = window.log().count("answer on the screen")
            window.key("1")
            wait_until(lambda: window.log().count("answer on the screen") > answers, "the answer")
            time.sleep(APART_S)
        log = window.log()[before:]
        frames = times(log, r"frame of (\d+) us")
        print(f"the first frames after the driver's code was given back: {', '.join(f'{one / 1000:.1f}' for one in frames[:4])} ms")
        told("a frame", frames)
        told("press to under way", times(log, r"under way on the screen (\d+) us"))
        told("press to answer", times(log, r"answer on the screen (\d+) us"))
        began, used = time.monotonic(), used_s(pid)
        time.sleep(IDLE_S)
        print(f"idle: {(used_s(pid) - used) / (time.monotonic() - began) * 100:.2f} % of a core, {resident_mib(pid):.0f} MiB resident; "
              f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
