#!/usr/bin/env python3
"""A display for as long as you like beside a real dispatcher: calls one after the other and several at once, while its link is cut,
the dispatcher and the broker are restarted, and the journal is restored. Every call is accounted for in the end:

    PANGGIL_BIN=build/release/bin tests/system/display/soak.py [--calls 12] [--every 2] [--cuts 6]

shown, once and in order; or older than 30 s when the display heard of it, so that it only stands in the list. The exit code is 1
if one is neither, or if the display has grown by more than a fifth."""

import argparse
import json
import re
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import paho.mqtt.client as paho  # noqa: E402
from television import DISPLAY, PATIENCE_S, Television  # noqa: E402
from trial_office import BIN, SOURCE, run, wait_until  # noqa: E402
from slow_link import SlowLink  # noqa: E402

SITE, MAX_AGE_S = "crash", 30
ROOT = f"panggil/v1/{SITE}"
DOUBT_S = 8  # around the age of 30 s: which side it falls on depends on how quick the machine is


class Staff:
    """A supervisor who gives out tickets and calls them, and hears what the display says."""

    def __init__(self, port):
        self.answers, self.shown, self.count = {}, [], 0
        self.lock = threading.Lock()
        self.connected = threading.Event()
        self.desk, self.boss = self.client("desk-1", port), self.client("supervisor-1", port)

    def client(self, name, port):
        client = paho.Client(client_id=name, protocol=paho.MQTTv5)
        client.on_message = self.heard
        client.on_connect = lambda c, *_: c.subscribe([(f"{ROOT}/reply/{name}", paho.SubscribeOptions(1)),
                                                       (f"{ROOT}/device/{DISPLAY}/shown", paho.SubscribeOptions(1))])
        client.reconnect_delay_set(1, 1)
        client.connect("127.0.0.1", port, keepalive=5)
        client.loop_start()
        return client

    def heard(self, client, _data, message):
        what, body = message.topic.rsplit("/", 1)[1], json.loads(message.payload or b"null")
        with self.lock:
            if "/reply/" in message.topic:
                self.answers[body["id"]] = body
            elif client is self.boss and what == "shown":
                self.shown.append(body["call"])

    def ask(self, client, action, **fields):
        """Again and again until it is answered: the same id has no second effect."""
        self.count += 1
        name, asked = client._client_id.decode(), f"{time.time_ns()}-{self.count}"
        until = time.monotonic() + PATIENCE_S
        while asked not in self.answers:
            if time.monotonic() > until:
                raise TimeoutError(f"no answer to {action}")
            client.publish(f"{ROOT}/cmd/{name}/{action}", json.dumps({"id": asked, **fields}), 1)
            end = time.monotonic() + 2
            while asked not in self.answers and time.monotonic() < end:
                time.sleep(0.01)
        return self.answers[asked]

    def call(self, counter):
        self.ask(self.desk, "issue", service="cs")
        return self.ask(self.boss, "next", counter=str(counter))["result"]["called"]

    def stop(self):
        for client in (self.desk, self.boss):
            client.disconnect()
            client.loop_stop()


class Soak(Television):
    def __init__(self, options):
        super().__init__(SITE)
        self.options = options
        self.calls, self.cuts, self.sizes = [], [], []  # (call, when), (from, to), MiB

    def start_dispatcher(self):
        self.dispatcher = self.start("dispatcher.log", BIN / "panggil-dispatcher", "--office",
                                     SOURCE / "tests" / "system" / "crash" / "office", "--state", self.folder / "state", "--broker", self.uri)
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher", PATIENCE_S)

    def connections(self):
        return self.log().count("connected to the broker")

    def measure(self):
        status = Path(f"/proc/{self.display.pid}/status").read_text(encoding="utf-8")
        self.sizes.append(int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024)

    def make_calls(self, count, at_once=1):
        for number in range(count):
            called = self.staff.call(number % 3 + 1)
            self.calls.append((called["call"], time.time()))
            if (number + 1) % at_once == 0:
                time.sleep(self.options.every * at_once)
            if len(self.calls) % 10 == 0:
                self.measure()

    def settle(self):
        """Until what can be shown has been."""
        wait_until(lambda: not self.unaccounted(), "calls to be shown", PATIENCE_S + 5 * len(self.calls))

    def cut(self, link, seconds):
        began = time.time()
        link.die()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.make_calls(1)
        before = self.connections()
        link.cut()
        link.revive()
        wait_until(lambda: self.connections() > before, "the display to come back", PATIENCE_S)
        self.cuts.append((began, time.time()))

    def restart_dispatcher(self):
        self.kill(self.dispatcher)
        self.start_dispatcher()

    def restart_broker(self):
        before = self.connections()
        self.kill(self.broker)
        time.sleep(1)
        self.broker = self.start_broker()
        wait_until(lambda: self.connections() > before, "the display to come back", PATIENCE_S)
        wait_until(lambda: self.ctl("status").code == 0, "the dispatcher to come back", PATIENCE_S)

    def restore(self):
        self.settle()  # another epoch makes a display forget what it has not shown yet
        time.sleep(max(0, self.calls[-1][1] + MAX_AGE_S - time.time()))  # and what it has: younger ones are shown once more
        backup = self.folder / "backup.db"
        self.ctl("backup", backup)
        self.kill(self.dispatcher)
        done = run("panggil-dispatcher", "--office", SOURCE / "tests" / "system" / "crash" / "office", "--state", self.folder / "state",
                   "--restore", backup)
        assert done.code == 0, done.err
        self.start_dispatcher()

    # What became of the calls.

    def shown(self):
        """In the order in which the display says it; what it says while nobody listens stands in its log."""
        return [int(call) for call in re.findall(r"call (\d+) has been shown", self.log())]

    def age_when_heard(self, when):
        """Of a call that was made while the link was cut."""
        return next((back - when for began, back in self.cuts if began + 1 <= when <= back), 0)

    def on_the_edge(self, when):
        """Whether it still came through is nobody's to say."""
        return any(abs(when - began) < 2 for began, _ in self.cuts)

    def unaccounted(self):
        shown = set(self.shown())
        return [call for call, when in self.calls if call not in shown and not self.on_the_edge(when) and self.age_when_heard(when) < MAX_AGE_S - DOUBT_S]

    def result(self):
        shown = self.shown()
        made = {call for call, _ in self.calls}
        return {"calls": len(self.calls), "shown": len(set(shown) & made), "listed only, older than 30 s": len(made - set(shown)),
                "told over MQTT": len(set(self.staff.shown) & made), "unaccounted": len(self.unaccounted()),
                "shown twice": len(shown) - len(set(shown)), "out of order": sum(b < a for a, b in zip(shown, shown[1:])),
                "too old and shown": sum(self.age_when_heard(when) > MAX_AGE_S + DOUBT_S and call in shown for call, when in self.calls)}

    def play(self):
        options = self.options
        self.staff = Staff(self.port)
        with SlowLink(self.port) as link:
            self.start_display(uri=link.uri)
            wait_until(self.connections, "the display", PATIENCE_S)
            for counter in (1, 2, 3):
                self.staff.ask(self.staff.boss, "open", counter=str(counter))
            part = max(options.calls // 6, 1)
            self.make_calls(part)
            self.measure()
            for what in [lambda seconds=seconds: self.cut(link, seconds) for seconds in options.cuts] + [
                    self.restart_dispatcher, self.restart_broker, self.restore]:
                what()
                self.make_calls(part, at_once=3)
            self.make_calls(options.calls - len(self.calls))
            self.settle()
            self.measure()
        self.staff.stop()
        return self.result()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=12, help="at least so many")
    parser.add_argument("--every", type=float, default=2, help="seconds between calls, on an average")
    parser.add_argument("--cuts", type=float, nargs="*", default=[6], help="for how many seconds the display's link is cut")
    options = parser.parse_args()
    began = time.monotonic()
    with Soak(options) as soak:
        try:
            result = soak.play()
        except BaseException:
            print(soak.log()[-6000:])
            raise
        sizes = soak.sizes
    for name, value in result.items():
        print(f"{value:6} {name}")
    print(f"{time.monotonic() - began:.0f} s; resident, MiB: " + ", ".join(f"{size:.1f}" for size in sizes[::max(len(sizes) // 12, 1)]))
    faults = ("unaccounted", "shown twice", "out of order", "too old and shown")
    return 1 if any(result[fault] for fault in faults) or sizes[-1] > sizes[0] * 1.2 else 0


if __name__ == "__main__":
    sys.exit(main())
