#!/usr/bin/env python3
"""Measures a display on a virtual screen: how soon a message is seen, what it costs to stand still, and whether it grows.

    tests/bench/display/measure.py [--bin build/release/bin] [--messages 300] [--single-calls 20] [--calls 3000] [--still 30]

Needs a release build and what scripts/install-dependencies run and test install. Prints a table; nothing passes or fails.
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import paho.mqtt.client as mqtt

ROOT = "panggil/v1/bench"
TICKS = os.sysconf("SC_CLK_TCK")
FRAME = re.compile(r"frame (\d+) took (\d+) us; on the screen at (\d+) us: call (\d+)")
AFTER_A_CALL_S = 4.5  # longer than the time that a call has at least


def now_text():
    return datetime.now(timezone(timedelta(hours=7))).isoformat(timespec="milliseconds")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Office:
    """In the dispatcher's place: says what a dispatcher would."""

    def __init__(self, port):
        version = getattr(mqtt, "CallbackAPIVersion", None)
        self.client = mqtt.Client(version.VERSION1, "dispatcher") if version else mqtt.Client("dispatcher")
        self.client.connect("127.0.0.1", port)
        self.client.loop_start()
        self.seq, self.call_number, self.calls = 100, 0, []
        office = {"seq": 1, "site": "bench", "name": {"id": "Kantor"}, "languages": ["id"], "timezone": "Asia/Jakarta",
                  "clock": "real", "areas": [{"area": "hall", "name": {"id": "Ruang tunggu"}}], "classes": ["regular"],
                  "services": [], "counters": []}
        self.say("office", office, True)

    def say(self, topic, message, retain=False):
        self.client.publish(f"{ROOT}/{topic}", json.dumps(message), qos=0, retain=retain).wait_for_publish()

    def beat(self):
        self.say("beat", {"epoch": "e1", "seq": self.seq, "mono_ms": 1, "time": now_text()})

    def board(self, waiting):
        self.seq += 1
        self.say("board/hall", {"epoch": "e1", "seq": self.seq, "at": now_text(), "area": "hall", "open": True,
                                "calls": self.calls[:12], "counters": [],
                                "services": [{"service": "cs", "name": {"id": "Layanan"}, "state": "open", "waiting": waiting,
                                              "estimate": None, "last_called": None}], "notices": []}, True)

    def call(self):
        self.seq += 1
        self.call_number += 1
        call = {"epoch": "e1", "seq": self.seq, "call": self.call_number, "kind": "call", "at": now_text(), "area": "hall",
                "ticket": f"A{self.call_number % 6 + 1:03}", "counter": "3", "label": {"id": "Loket 3"}, "service": "cs"}
        self.calls.insert(0, call)
        self.say("call/hall", call)


class Display:
    def __init__(self, binary, port, screen, folder, settings):
        config = Path(folder, "display.yaml")
        config.write_text(settings)
        self.log = Path(folder, "display.log")
        command = [binary, "--config", config, "--broker", f"tcp://127.0.0.1:{port}", "--site", "bench", "--area", "hall",
                   "--size", "1920x1080", "--log-level", "debug"]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stderr=log, stdout=log, env={**os.environ, "DISPLAY": screen})

    def frames(self):
        return [tuple(map(int, found)) for found in FRAME.findall(self.log.read_text())]

    def cpu_s(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def wake_ups(self):
        """Of each thread, by its number and name; the display's own has the process's number."""
        woken = {}
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            status = (task / "status").read_text()
            woken[int(task.name), (task / "comm").read_text().strip()] = int(
                re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status, re.M).group(1))
        return woken

    def resident_mib(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def percentile(values, part):
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


def latency(office, display, messages):
    late, between = [], []
    for index in range(messages):
        before = len(display.frames())
        sent = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
        office.board(100 + index)
        deadline = time.monotonic() + 5
        while len(display.frames()) == before and time.monotonic() < deadline:
            time.sleep(0.003)
        frames = display.frames()
        if len(frames) > before:
            late.append((frames[before][2] - sent) / 1000)
            between.append(frames[before][0] - frames[before - 1][0] - 1 if before else 0)
        if index % 5 == 0:
            office.beat()
    print(f"message -> frame on the screen: p50 {percentile(late, 0.5):.1f} ms, p99 {percentile(late, 0.99):.1f} ms, "
          f"worst {max(late):.1f} ms, of {len(late)} messages; frames between: {max(between)}")


def of_calls(office, display, calls):
    late = []
    for index in range(calls):
        beats(office, AFTER_A_CALL_S)
        sent = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
        office.call()
        beats(office, 1)
        shown = [at for _, _, at, call in display.frames() if call == office.call_number]
        late += [(shown[0] - sent) / 1000] if shown else []
    print(f"call -> its frame on the screen: p50 {percentile(late, 0.5):.1f} ms, worst {max(late):.1f} ms, of {len(late)} of {calls} calls")


def beats(office, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        office.beat()
        time.sleep(0.5)


def still(office, display, seconds, what):
    beats(office, 10)
    frames, cpu, woken, start = len(display.frames()), display.cpu_s(), display.wake_ups(), time.monotonic()
    beats(office, seconds)
    passed = time.monotonic() - start
    each = {thread: (count - woken.get(thread, 0)) / passed for thread, count in display.wake_ups().items()}
    own = sum(rate for (number, _), rate in each.items() if number == display.process.pid)
    print(f"{what}: {(display.cpu_s() - cpu) / passed * 100:.2f} % of a core, {own:.1f} wake-ups "
          f"and {(len(display.frames()) - frames) / passed:.1f} frames a second, {display.resident_mib():.0f} MiB resident")
    print(f"  the whole process wakes up {sum(each.values()):.1f} times a second: "
          + ", ".join(f"{name} {rate:.1f}" for (_, name), rate in sorted(each.items(), key=lambda one: -one[1]) if rate > 0.02))


def growth(office, display, calls):
    sizes = []
    for index in range(calls):
        office.call()
        office.board(index % 50)
        if index % 10 == 0:
            office.beat()
        if index % (calls // 6) == calls // 6 - 1:
            time.sleep(1)
            sizes.append(display.resident_mib())
        time.sleep(0.01)
    print(f"resident over {calls} calls, MiB: " + ", ".join(f"{size:.1f}" for size in sizes))


def run(arguments, folder):
    port = free_port()
    Path(folder, "broker.conf").write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\n")
    screen = f":{port % 1000 + 200}"
    servers = [subprocess.Popen(["mosquitto", "-c", Path(folder, "broker.conf")], stderr=subprocess.DEVNULL),
               subprocess.Popen(["Xvfb", screen, "-screen", "0", "1920x1080x24", "-noreset"], stderr=subprocess.DEVNULL)]
    try:
        time.sleep(1)
        office = Office(port)
        binary = Path(arguments.bin, "panggil-display")
        display = Display(binary, port, screen, folder, "voice: {speaks: false}\n")
        time.sleep(3)
        office.beat()
        office.board(1)
        time.sleep(1)
        latency(office, display, arguments.messages)
        still(office, display, arguments.still, "standing still")
        of_calls(office, display, arguments.single_calls)
        growth(office, display, arguments.calls)
        display.stop()
        office.calls.clear()  # while calls are shown, the text stands still
        office.board(1)
        display = Display(binary, port, screen, folder,
                          "voice: {speaks: false}\nlayout: hall-ticker\nticker: Jam layanan Senin–Kamis 08.00–15.00, Jumat 08.00–11.30\n")
        time.sleep(3)
        still(office, display, arguments.still, "with running text")
        display.stop()
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--calls", type=int, default=3000)
    parser.add_argument("--single-calls", type=int, default=20)
    parser.add_argument("--still", type=float, default=30)
    with tempfile.TemporaryDirectory() as folder:
        run(parser.parse_args(), folder)


if __name__ == "__main__":
    sys.exit(main())
