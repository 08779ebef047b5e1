"""A broker and a dispatcher of one's own, on free ports and in a folder of their own, for as long as a `with` lasts."""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE_S = 10


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Office:
    def __init__(self, dispatcher, office_dir):
        self.dispatcher_path, self.office_dir = dispatcher, office_dir
        self.broker = self.dispatcher = None

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="panggil-other-vendor-"))
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        self.start_broker()
        self.start_dispatcher()
        return self

    def __exit__(self, *_):
        for process in (self.dispatcher, self.broker):
            if process and process.poll() is None:
                process.kill()
                process.wait()
        self.log.close()
        shutil.rmtree(self.folder)

    def print_log(self):
        self.log.seek(0)
        print("--- what broker and dispatcher said", self.log.read(), sep="\n")

    def start_broker(self):
        for _ in range(5):  # somebody else may take the port between our look and the broker's
            self.port = free_port()
            config = self.folder / "mosquitto.conf"
            config.write_text(f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence false\nuser root\n"
                              "set_tcp_nodelay true\nlog_type error\n", encoding="utf-8")
            broker = shutil.which("mosquitto", path="/usr/sbin:/usr/bin:/usr/local/sbin")
            self.broker = subprocess.Popen([broker, "-c", config], stdout=self.log, stderr=self.log)
            until = time.monotonic() + PATIENCE_S
            while self.broker.poll() is None and time.monotonic() < until:
                if answers(self.port):
                    return
                time.sleep(0.05)
        raise RuntimeError("no broker came up")

    def start_dispatcher(self):
        self.dispatcher = subprocess.Popen(
            [self.dispatcher_path, "--office", self.office_dir, "--state", self.folder / "state",
             "--broker", f"tcp://127.0.0.1:{self.port}", "--clock", "2026-11-23T08:30:00+07:00", "--clock-speed", "1"],
            stdout=self.log, stderr=self.log)

    def stop_dispatcher(self):
        """As systemd does it. Returns the exit code."""
        self.dispatcher.send_signal(signal.SIGTERM)
        return self.dispatcher.wait(PATIENCE_S)
