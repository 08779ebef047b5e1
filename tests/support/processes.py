"""A broker and programs of ours for tests, on a free port and in a folder of their own. All end with the `with`."""

import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE_S = 15


def free_port():
    """None of those that the kernel takes for outgoing connections: a client that looks for a broker which is down could be given
    the broker's own port, and then talks to itself."""
    for port in random.sample(range(10000, 32768), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")


def wait_until(holds, what, patience_s=PATIENCE_S):
    until = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError(f"waited {patience_s} s for {what}")
        time.sleep(0.01)


class Rig:
    """Starts programs, remembers them, and ends what is left."""

    def __init__(self, name):
        self.folder = Path(tempfile.mkdtemp(prefix=f"panggil-{name}-"))
        self.port = free_port()
        self.uri = f"tcp://127.0.0.1:{self.port}"
        self.running = []
        self.keep = False  # the folder, to look at it afterwards

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            self.kill(process)
        if not self.keep:
            shutil.rmtree(self.folder)

    def start(self, log, *command):
        """What it says goes to `log` in the folder."""
        with open(self.folder / log, "ab") as file:
            process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        self.running.append(process)
        return process

    def kill(self, process):
        """At once, as a power cut does it."""
        if process.poll() is None:
            process.kill()
        process.wait()
        if process in self.running:
            self.running.remove(process)

    def stop(self, process):
        """As systemd does it. Returns the exit code."""
        process.send_signal(signal.SIGTERM)
        code = process.wait(PATIENCE_S)
        self.running.remove(process)
        return code

    def start_broker(self):
        """Always on the same port, so that clients find it again."""
        config = self.folder / "mosquitto.conf"
        config.write_text(f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence false\nuser root\n"
                          "set_tcp_nodelay true\nmax_inflight_messages 100\nlog_type error\n", encoding="utf-8")
        program = shutil.which("mosquitto", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
        if not program:
            raise RuntimeError("mosquitto is not installed; scripts/install-dependencies test")
        broker = self.start("broker.log", program, "-c", config)
        wait_until(lambda: broker.poll() is not None or self.is_heard(), "the broker")
        if broker.poll() is not None:
            raise RuntimeError("the broker ended: " + (self.folder / "broker.log").read_text(encoding="utf-8"))
        return broker

    def is_heard(self):
        with socket.socket() as probe:
            probe.settimeout(0.2)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
