"""An MQTT client that knows of Panggil what docs/protocol.md says, and nothing else."""

import json
import threading
import time
from dataclasses import dataclass

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.subscribeoptions import SubscribeOptions

PATIENCE_S = 10


@dataclass
class Message:
    topic: str
    text: str
    retained: bool
    expiry: int | None

    @property
    def json(self):
        return json.loads(self.text) if self.text else None


class Client:
    """Sees everything below the root; acts as whoever it is told."""

    def __init__(self, port, root):
        self.root, self.messages, self.changed = root, [], threading.Condition()
        self.client = mqtt.Client(protocol=mqtt.MQTTv5)
        self.client.on_message = self.received
        self.client.on_connect = lambda client, *_: client.subscribe(f"{root}/#", options=SubscribeOptions(qos=1))
        self.client.connect("127.0.0.1", port)
        self.client.loop_start()

    def close(self):
        self.client.disconnect()
        self.client.loop_stop()

    def received(self, _client, _data, message):
        expiry = getattr(message.properties, "MessageExpiryInterval", None)
        with self.changed:
            self.messages.append(Message(message.topic.removeprefix(self.root + "/"), message.payload.decode(),
                                         bool(message.retain), expiry))
            self.changed.notify_all()

    def wait_for(self, what, fits, since=0, patience_s=PATIENCE_S):
        """The first message from number `since` on that `fits`."""
        until = time.monotonic() + patience_s
        with self.changed:
            while True:
                for message in self.messages[since:]:
                    if fits(message):
                        return message
                if not self.changed.wait(max(0.0, until - time.monotonic())):
                    raise AssertionError(f"not seen in {patience_s} s: {what}")

    def wait_for_state(self, topic, fits, since=0):
        return self.wait_for(f"{topic} as expected", lambda m: m.topic == topic and m.text and fits(m.json), since).json

    def latest(self, topic):
        with self.changed:
            return next((m.json for m in reversed(self.messages) if m.topic == topic), None)

    def seen(self, topic, since=0):
        with self.changed:
            return [m for m in self.messages[since:] if m.topic == topic]

    def mark(self):
        """A number for `since`: what comes from now on."""
        with self.changed:
            return len(self.messages)

    def send(self, who, action, payload, retain=False):
        """Publishes `payload`, a dict or the very text, as a command and returns a mark from before it."""
        properties = Properties(PacketTypes.PUBLISH)
        properties.MessageExpiryInterval = 5
        before = self.mark()
        text = payload if isinstance(payload, str) else json.dumps(payload)
        self.client.publish(f"{self.root}/cmd/{who}/{action}", text, qos=1, retain=retain, properties=properties)
        return before

    def ask(self, who, action, payload):
        """Sends a command and returns the text of its answer."""
        before = self.send(who, action, payload)
        return self.wait_for(f"an answer to {who}'s {action}", lambda m: m.topic == f"reply/{who}", before).text

    def lease(self):
        beat = self.latest("beat") or self.wait_for("a beat", lambda m: m.topic == "beat").json
        return {"epoch": beat["epoch"], "mono_ms": beat["mono_ms"]}
