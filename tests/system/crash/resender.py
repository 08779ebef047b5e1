"""A client that asks for numbers and never forgets what it asked: it sends old commands again, with their old ids, for as
long as it lives. Written with Debian's python3-paho-mqtt; logs as `panggil-simulate --log` does."""

import json
import random
import threading
import time

import paho.mqtt.client as mqtt

KEPT = 200


class Resender:
    def __init__(self, port, site, name, services, log, seed, host="127.0.0.1"):
        self.root, self.name, self.services = f"panggil/v1/{site}", name, services
        self.random = random.Random(seed)
        self.log = open(log, "a", encoding="utf-8")
        self.sent = []  # (id, payload), the newest last
        self.count = 0
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.client = mqtt.Client(client_id=name, protocol=mqtt.MQTTv5)
        self.client.username_pw_set(name)
        self.client.reconnect_delay_set(1, 1)
        self.client.on_connect = lambda client, *_: client.subscribe(f"{self.root}/reply/{name}", qos=1)
        self.client.on_message = self.on_message
        self.client.connect(host, port, keepalive=5)
        self.client.loop_start()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def write(self, what, name, payload):
        with self.lock:
            self.log.write(f'{{"t":{time.monotonic_ns() // 1000},"client":"{self.name}","what":"{what}","name":"{name}",'
                           f'"payload":{payload}}}\n')
            self.log.flush()

    def on_message(self, _client, _data, message):
        self.write("answer", "", message.payload.decode())

    def send(self, payload):
        # A command that could not be sent at all is no attempt; one that hangs in the line is.
        if self.client.is_connected():
            self.write("sent", "issue", payload)
            self.client.publish(f"{self.root}/cmd/{self.name}/issue", payload, qos=1)

    def run(self):
        while not self.stopping.wait(self.random.uniform(0.005, 0.05)):
            if not self.sent or self.random.random() < 0.3:
                self.count += 1
                payload = json.dumps({"id": f"{self.name}-{self.count}", "service": self.random.choice(self.services)})
                self.sent = (self.sent + [payload])[-KEPT:]
                self.send(payload)
                if self.random.random() < 0.3:
                    self.send(payload)  # twice in a row
            else:
                self.send(self.random.choice(self.sent))

    def stop(self):
        self.stopping.set()
        self.thread.join()
        time.sleep(0.5)  # for the last answers
        self.client.disconnect()
        self.client.loop_stop()
        self.log.close()
