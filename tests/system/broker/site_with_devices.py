"""A site made by `panggil-ctl device init` below a folder, with its broker and dispatcher, and machines that join it."""

import shutil
import socket
import ssl
import subprocess
from pathlib import Path

from guarded_office import BIN, SHIPPED, SOURCE, Device, GuardedOffice, wait_until


class Machine:
    """What another machine's disk would be."""

    def __init__(self, root):
        self.root = root
        self.etc = root / "etc" / "panggil"

    def settings(self, program):
        return self.etc / f"{program}.yaml"


class Site(GuardedOffice):
    def __init__(self):
        super().__init__("tls.conf", {})
        self.uri = f"ssl://localhost:{self.port}"
        self.server = Machine(self.folder / "server")
        shipped = self.server.root / "usr/share/panggil/mosquitto"
        shipped.mkdir(parents=True)
        shutil.copy(SHIPPED / "tls.conf", shipped)
        self.broker = None

    def ctl(self, *words, check=True, cwd=None):
        done = subprocess.run([str(BIN / "panggil-ctl"), *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, check=False, cwd=cwd)
        if check and done.returncode:
            raise RuntimeError(f"{words}: {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def init(self, *words):
        return self.ctl("--site", "cirebon", "device", "init", "--root", self.server.root, "--port", self.port, *words)

    def start_broker(self):
        """With the settings that `device init` has put in place; only the places of files are changed."""
        text = (self.server.root / "etc/mosquitto/conf.d/panggil.conf").read_text(encoding="utf-8")
        text = text.replace(f"listener {self.port}", f"listener {self.port} 127.0.0.1") + "\nuser root\n"
        text = text.replace("/etc/mosquitto/panggil/", f"{self.server.root}/etc/mosquitto/panggil/")
        text = text.replace("/etc/mosquitto/panggil.acl", str(SHIPPED / "acl"))
        self.broker = self.start_mosquitto(text)

    def begin(self):
        self.init("localhost", "panggil.example")
        self.start_broker()
        self.start("dispatcher.log", BIN / "panggil-dispatcher", "--config", self.server.settings("dispatcher"), "--office",
                   SOURCE / "config" / "offices" / "cirebon", "--state", self.folder / "state", "--clock", "2026-11-23T08:30:00+07:00")
        wait_until(lambda: self.run("panggil-ctl", self.server.settings("ctl"), "status").returncode == 0, "the dispatcher")

    def on_server(self, *words, check=True, cwd=None):
        return self.ctl("--config", self.server.settings("ctl"), "device", words[0], "--root", self.server.root, *words[1:], check=check, cwd=cwd)

    @property
    def reload(self):
        return ("--reload", f"kill -HUP {self.broker.pid}")

    def bundle(self, name, *words):
        file = self.folder / f"{name}.panggil"
        self.on_server("add", name, "--output", file, *words)
        return file

    def machine(self, name, *words, check=True):
        """One that has joined."""
        machine = Machine(self.folder / f"machine-{name}")
        machine.etc.mkdir(parents=True)
        self.ctl("join", "--root", machine.root, self.bundle(name, *words), check=check)
        return machine

    @staticmethod
    def context(authority, folder, program):
        """Of one who trusts `authority` and shows what a program has in `folder`."""
        context = ssl.create_default_context(cafile=authority)
        context.load_cert_chain(folder / f"{program}.certificate.pem", folder / f"{program}.key.pem")
        return context

    def device(self, program, machine, name=None, client_id=None, will=None):
        """A client that is not ours, with that machine's certificate."""
        name = name or machine.root.name.removeprefix("machine-")

        def prepare(client):
            client.tls_set_context(self.context(machine.etc / f"{program}.ca.pem", machine.etc, program))
            if will:
                client.will_set(*will, qos=1)
        return Device(self.port, client_id or name, prepare)

    def refuses(self, authority, folder, program):
        """With TLS 1.3 the broker says so only after the handshake, so a CONNECT is tried on the bare connection."""
        try:
            with socket.create_connection(("localhost", self.port), 15) as plain:
                with self.context(authority, folder, program).wrap_socket(plain, server_hostname="localhost") as secured:
                    secured.sendall(b"\x10\x11\x00\x04MQTT\x04\x02\x00\x3c\x00\x05probe")
                    return secured.recv(1) != b"\x20"
        except (ssl.SSLError, ConnectionError):
            return True


def mode(file: Path):
    return file.stat().st_mode & 0o777
