"""The office of Cirebon on a broker with the settings that are shipped, and devices that try what they may not do."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import paho.mqtt.client as paho

SOURCE = Path(__file__).parents[3]
sys.path.insert(0, str(SOURCE / "tests" / "support"))

from processes import Rig, free_port, wait_until  # noqa: E402, F401

BIN = Path(os.environ["PANGGIL_BIN"])
SHIPPED = SOURCE / "packaging" / "mosquitto"
ROOT = "panggil/v1/cirebon"
SBIN = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"


class GuardedOffice(Rig):
    """`settings` is one of those in packaging/mosquitto; `identify(name)` is what a machine's file says of who it is."""

    def __init__(self, settings, paths):
        super().__init__("broker")
        self.settings = settings
        self.paths = {"/etc/mosquitto/panggil.acl": SHIPPED / "acl", **paths}

    def start_broker(self):
        """The shipped file, with only the port, the address and the places of files changed."""
        text = (SHIPPED / self.settings).read_text(encoding="utf-8")
        lines = [f"listener {self.port} 127.0.0.1" if line.startswith("listener ") else line for line in text.splitlines()]
        text = "\n".join(lines) + "\nuser root\n"
        for shipped, here in self.paths.items():
            text = text.replace(shipped, str(here))
        return self.start_mosquitto(text)

    def start_mosquitto(self, text):
        """As its service does, but with more room for what is refused."""
        config = self.folder / "mosquitto.conf"
        config.write_text(text, encoding="utf-8")
        program = shutil.which("mosquitto", path=SBIN)
        broker = self.start("broker.log", "bash", "-c", f"exec '{program}' -c '{config}' 2> >(exec '{SHIPPED}/broker-log' 1000)")
        wait_until(lambda: broker.poll() is not None or self.is_heard(), "the broker")
        if broker.poll() is not None:
            raise RuntimeError("the broker ended: " + self.log("broker.log"))
        return broker

    def log(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def machine(self, name, identity):
        """The settings file of a machine of that name."""
        file = self.folder / f"{name}.yaml"
        file.write_text(f"broker: {self.uri}\nsite: cirebon\nname: {name}\n{identity}", encoding="utf-8")
        return file

    def start_dispatcher(self, machine):
        return self.start("dispatcher.log", BIN / "panggil-dispatcher", "--config", machine, "--office",
                          SOURCE / "config" / "offices" / "cirebon", "--state", self.folder / "state",
                          "--clock", "2026-11-23T08:30:00+07:00")

    def run(self, program, machine, *words):
        return subprocess.run([str(BIN / program), "--config", str(machine), *map(str, words)], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=30, check=False)


class Device:
    """A client that is not ours, logged in as `name`. What it hears is kept by topic."""

    def __init__(self, port, client_id, prepare):
        self.heard = []
        self.lost = threading.Event()
        self.connected = threading.Event()
        self.refusal = None
        self.acknowledged = {}
        self.client = paho.Client(client_id=client_id, protocol=paho.MQTTv5)
        prepare(self.client)
        self.client.on_connect = self._on_connect
        self.client.on_disconnect = lambda *_: self.lost.set()
        self.client.on_message = lambda _c, _u, message: self.heard.append((message.topic, message.payload.decode()))
        self.client.connect("localhost", port)
        self.client.loop_start()

    def _on_connect(self, _client, _data, _flags, reason, _properties=None):
        if reason.value:
            self.refusal = str(reason)
        self.connected.set()

    def __enter__(self):
        wait_until(self.connected.is_set, "a connection")
        return self

    def __exit__(self, *_):
        self.client.disconnect()
        self.client.loop_stop()

    def drop(self):
        """As one whose cable is pulled out: the broker sends its will."""
        wait_until(self.connected.is_set, "an answer")
        self.client.loop_stop()
        if self.client.socket():
            self.client.socket().close()

    def listen(self, *topics):
        done = threading.Event()
        self.client.on_subscribe = lambda *_: done.set()
        self.client.subscribe([(topic, 1) for topic in topics])
        wait_until(done.is_set, "a subscription")

    def publish(self, topic, payload, retain=False):
        """Returns once the broker has said that it took it, or, in its way, that it did not."""
        self.client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(15)

    def topics(self):
        return {topic for topic, _ in self.heard}
