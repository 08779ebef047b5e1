"""How fast an officer's window is, and what it costs; for docs/performance.md. PANGGIL_BIN=… /usr/bin/python3 -B tests/system/counter/measure.py [PRESSES]"""

import os
import re
import sys
import time
from pathlib import Path

from desk import Desk, wait_until

IDLE_S = 30
APART_S = 0.75  # presses of one key that follow each other sooner are one


def used_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mib(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8")).group(1)) / 1024


def told(name, micros):
    micros = sorted(micros)
    if micros:
        print(f"{name}: p50 {micros[len(micros) // 2] / 1000:.1f} ms, p99 {micros[min(len(micros) - 1, len(micros) * 99 // 100)] / 1000:.1f} ms,"
              f" most {micros[-1] / 1000:.1f} ms, of {len(micros)}")


def times(log, pattern):
    return [int(micros) for micros in re.findall(pattern, log)]


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
