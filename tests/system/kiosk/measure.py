"""How fast a kiosk is, and what it costs; for docs/performance.md. PANGGIL_BIN=… /usr/bin/python3 -B tests/system/kiosk/measure.py [TOUCHES]"""

import os
import re
import sys
import time
from pathlib import Path

from lobby import Lobby, settle

IDLE_S = 30


def used_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mib(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8")).group(1)) / 1024


def told(name, micros):
    micros = sorted(micros)
    print(f"{name}: p50 {micros[len(micros) // 2] / 1000:.1f} ms, p99 {micros[min(len(micros) - 1, len(micros) * 99 // 100)] / 1000:.1f} ms,"
          f" of {len(micros)}")


def main():
    touches = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with Lobby() as lobby:
        pid = lobby.start_kiosk().pid
        time.sleep(5)
        began, before = time.monotonic(), used_s(pid)
        time.sleep(IDLE_S)
        print(f"idle: {(used_s(pid) - before) / (time.monotonic() - began) * 100:.2f} % of a core, {resident_mib(pid):.0f} MiB resident")
        for _ in range(touches):
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            settle()
            lobby.touch(0.5, 0.92)
            lobby.wait_to_show("the start")
            settle()
        said = lobby.log()
        told("touch to under way", [int(us) for us in re.findall(r"under way on the screen after (\d+) us", said)])
        told("touch to number", [int(us) for us in re.findall(r"number on the screen after (\d+) us", said)])
        print(f"after {touches} tickets: {resident_mib(pid):.0f} MiB resident, {len(lobby.printer.tickets)} printed")


if __name__ == "__main__":
    main()
