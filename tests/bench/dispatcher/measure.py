"""The single measurements. Each returns plain figures; tests/bench/run puts them together."""

import json
import os
import subprocess
import time

import paho.mqtt.client as mqtt

SITE = "bench"
COUNTERS = 50
# No officer presses again in the millisecond of the answer.
PAUSE_MS = 10
HUNDRED = ("--outstanding", 100, "--counters", COUNTERS, "--kiosks", 50, "--waiting", 100)

OFFICE_HEAD = """\
site: bench
name: {id: Pengukuran, en: Measurements}
languages: [en, id]
timezone: Asia/Jakarta
ticket_numbers: {first: 1, last: 999999}
classes: [regular, priority]
areas:
"""


def write_office(folder):
    """A large one: five areas of ten counters, ten services of five counters each, always open."""
    folder.mkdir()
    areas, services = [f"hall-{i}" for i in range(1, 6)], list("abcdefghij")
    text = OFFICE_HEAD + "".join(f"  - {{id: {a}, name: {{id: {a}, en: {a}}}}}\n" for a in areas) + "services:\n"
    text += "".join(f"  - {{id: {s}, name: {{id: {s}, en: {s}}}, prefix: {s.upper()}}}\n" for s in services)
    text += "counters:\n" + "".join(f"  - {{id: {i + 1}, areas: [{areas[i % 5]}], services: [{services[i % 10]}]}}\n"
                                    for i in range(COUNTERS))
    (folder / "office.yaml").write_text(text, encoding="utf-8")
    return folder


class Load:
    """panggil-simulate --load against one site."""

    def __init__(self, simulate, uri):
        self.simulate, self.uri = simulate, uri

    def start(self, site, *options):
        command = [self.simulate, "--load", "--json", "--broker", self.uri, "--site", site, "--log-level", "warning", *options]
        return subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    @staticmethod
    def end(process):
        out, trouble = process.communicate(timeout=600)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(process.args)} ended with {process.returncode}: {out} {trouble}")
        return json.loads(out)

    def __call__(self, site, *options):
        return self.end(self.start(site, *options))

    def latency(self, site, seconds, pause_ms):
        """next → answer with one outstanding: (p50, p99) in ms."""
        figures = self(site, "--outstanding", 1, "--pause", pause_ms, "--counters", 10, "--kiosks", 5,
                       "--seconds", seconds)["latency"]["next"]
        return figures["p50_ms"], figures["p99_ms"]

    def rate(self, site, seconds):
        """Actions a second with a hundred outstanding."""
        return self(site, *HUNDRED, "--seconds", seconds)["actions_per_s"]

    def processor_time(self, site, server, broker):
        """µs of processor time an action, with a hundred outstanding: of the server's own thread, of its MQTT library's, of
        the broker, and of the load itself."""
        load = self.start(site, *HUNDRED, "--seconds", 6)
        time.sleep(4)  # until it is under way
        processes = (server.pid, broker.pid, load.pid)
        before, start = [used_s(pid) for pid in processes], time.monotonic()
        time.sleep(3)
        after, passed = [used_s(pid) for pid in processes], time.monotonic() - start
        actions = passed * self.end(load)["actions_per_s"]
        spent = [{thread: 1e6 * (a[thread] - b.get(thread, 0)) / actions for thread in a} for b, a in zip(before, after)]
        own = spent[0].pop(server.pid)
        return own, sum(spent[0].values()), sum(spent[1].values()), sum(spent[2].values())

    def to_subscribers(self, site, seconds, subscribers=20):
        """next → its call at the last of the subscribers: (p50, p99, count)."""
        figures = self(site, "--outstanding", 1, "--pause", PAUSE_MS, "--counters", 10, "--kiosks", 5,
                       "--subscribers", subscribers, "--seconds", seconds)["calls"]
        return figures["p50_ms"], figures["p99_ms"], figures["count"]


class Watcher:
    """Hears when a dispatcher says that it is online."""

    def __init__(self, port, site):
        self.heard = []
        self.client = mqtt.Client(client_id="display-watcher", protocol=mqtt.MQTTv5)
        self.client.on_connect = lambda client, *_: client.subscribe(f"panggil/v1/{site}/status", qos=1)
        self.client.on_message = self.on_message
        self.client.connect("127.0.0.1", port)
        self.client.loop_start()

    def on_message(self, _client, _data, message):
        if message.payload and not message.retain and json.loads(message.payload)["state"] != "offline":
            self.heard.append(time.monotonic())

    def wait(self, since, patience_s=60):
        until = time.monotonic() + patience_s
        while not any(moment > since for moment in self.heard):
            if time.monotonic() > until:
                raise TimeoutError("the dispatcher did not come online")
            time.sleep(0.001)
        return next(moment for moment in self.heard if moment > since) - since

    def close(self):
        self.client.disconnect()
        self.client.loop_stop()


def drop_from_cache(folder):
    """So that the next reader has to go to the disk."""
    for path in folder.iterdir():
        file = os.open(path, os.O_RDONLY)
        os.fsync(file)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def resident_mib(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def used_s(pid):
    """Seconds of processor time, by thread."""
    used = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        used[int(thread)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def processor_share(process, seconds):
    """Of one core, in percent, over so long."""
    before, start = sum(used_s(process.pid).values()), time.monotonic()
    time.sleep(seconds)
    return 100 * (sum(used_s(process.pid).values()) - before) / (time.monotonic() - start)
