"""How fast a kiosk is, and what it costs; for docs/performance.md. PANGGIL_BIN=… /usr/bin/python3 -B tests/system/kiosk/measure.py [TOUCHES]"""

import sys
import time

from lobby import Lobby, settle
from measured import resident_mib, times, told, used_s

IDLE_S = 30


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
        told("touch to under way", times(said, r"under way on the screen after (\d+) us"))
        told("touch to number", times(said, r"number on the screen after (\d+) us"))
        print(f"after {touches} tickets: {resident_mib(pid):.0f} MiB resident, {len(lobby.printer.tickets)} printed")


if __name__ == "__main__":
    main()
