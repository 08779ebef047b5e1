"""Machines of Debian 12 with nothing on them, booted with systemd on a network of their own. They need root, and the first of them
Debian's archive; from then on what may be installed lies on their disks, and there is no other network. All end with the `with`."""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

# What an installation of Debian has, and this would lack otherwise.
DEBIAN = "systemd,systemd-sysv,dbus,udev,ca-certificates,apt,iproute2,less,nano,passwd,login,bash-completion"


def run(*words, check=True, **more):
    return subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=check, **more)


def wait_until(holds, what, patience_s=60, every_s=0.5):
    """Looking is work for a machine, so not without a rest. Returns how long it took."""
    begin = time.monotonic()
    while not holds():
        if time.monotonic() - begin > patience_s:
            raise TimeoutError(f"waited {patience_s} s for {what}")
        time.sleep(every_s)
    return time.monotonic() - begin


def own_groups(name):
    """A control group for a machine below ours, in each tree in which systemd keeps its services: machines that share one share
    those of their services as well, and then none can end what is left of its own."""
    groups = []
    for line in Path("/proc/self/cgroup").read_text(encoding="ascii").splitlines():
        _, tree, ours = line.split(":", 2)
        if tree in ("name=systemd", ""):
            where = [Path("/sys/fs/cgroup/systemd")] if tree else [Path("/sys/fs/cgroup/unified"), Path("/sys/fs/cgroup")]
            groups += [root / ours.lstrip("/") / name for root in where if (root / "cgroup.procs").exists()][:1]
    return groups


def enter(groups):
    for group in groups:
        group.mkdir(exist_ok=True)
        (group / "cgroup.procs").write_text("0", encoding="ascii")


def remove(groups):
    for group in groups:
        for folder, _, _ in os.walk(group, topdown=False):
            with contextlib.suppress(OSError):
                os.rmdir(folder)


class Hall:
    """A wire, and the machines on it. `packages` is a folder of .deb files, which lie in /root of each."""

    def __init__(self, cache, packages):
        self.cache = Path(cache)
        self.packages = sorted(Path(packages).glob("*.deb"))
        if not self.packages:
            raise RuntimeError(f"there are no packages in {packages}; scripts/packages makes them")
        self.network = f"panggil{os.getpid()}"
        self.stack = contextlib.ExitStack()
        self.machines = []

    def __enter__(self):
        with self.stack as stack:
            self.folder = self.cache / f"hall-{os.getpid()}"
            self.folder.mkdir(parents=True)
            stack.callback(shutil.rmtree, self.folder)
            run("ip", "netns", "add", self.network)
            stack.callback(run, "ip", "netns", "del", self.network)
            self.on_wire("ip", "link", "add", "wire", "type", "bridge")
            self.on_wire("ip", "link", "set", "wire", "up")
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def on_wire(self, *words):
        run("ip", "netns", "exec", self.network, *words)

    def step_in(self, address):
        """From now on this process, and what it starts, is on the wire as well, and nowhere else."""
        run("ip", "-n", self.network, "address", "add", f"{address}/24", "dev", "wire")
        run("ip", "-n", self.network, "link", "set", "lo", "up")
        with open(f"/run/netns/{self.network}", "rb") as network:
            if ctypes.CDLL(None, use_errno=True).setns(network.fileno(), 0):
                raise OSError(ctypes.get_errno(), "setns")

    def disk(self):
        """Of a blank machine, with what our packages may want already fetched. Made once."""
        disk = self.cache / "disk"
        if not (disk / "ready").exists():
            shutil.rmtree(disk, ignore_errors=True)
            run("mmdebstrap", "--variant=minbase", f"--include={DEBIAN}", "bookworm", disk)
            for package in self.packages:
                shutil.copy(package, disk / "root")
            # These disks need not outlive a power cut while something is installed on them.
            (disk / "etc/dpkg/dpkg.cfg.d/fast").write_text("force-unsafe-io\n", encoding="utf-8")
            self.fetch(disk)
            for package in (disk / "root").glob("*.deb"):
                package.unlink()
            (disk / "ready").touch()
        return disk

    @staticmethod
    def fetch(disk):
        fetch = ("apt-get update && cd && apt-get install -y --download-only ./*.deb espeak-ng xserver-xorg xvfb mosquitto-clients"
                 " && apt-get install -y --download-only --no-install-recommends cage xwayland seatd")
        run("systemd-nspawn", "-q", "-D", disk, "--register=no", "--keep-unit", "--resolv-conf=copy-host", "--pipe", "--",
            "sh", "-ec", fetch)

    def machine(self, name, address):
        machine = Machine(self, name, address)
        self.stack.callback(machine.destroy)
        self.machines.append(machine)
        for one in self.machines:  # The office's router would know them.
            one.tell_of(self.machines)
        machine.boot()
        return machine


class Machine:
    def __init__(self, hall, name, address):
        self.hall, self.name, self.address = hall, name, address
        self.namespace = f"{hall.network}-{name}"
        self.folder = hall.folder / name
        self.root = self.folder / "root"
        self.process = None
        self.groups = own_groups(self.namespace)
        for part in ("root", "upper", "work"):
            (self.folder / part).mkdir(parents=True)
        layers = f"lowerdir={hall.disk()},upperdir={self.folder}/upper,workdir={self.folder}/work"
        run("mount", "-t", "overlay", "overlay", "-o", layers, self.root)
        (self.root / "etc/hostname").write_text(f"{name}\n", encoding="utf-8")
        for package in hall.packages:
            shutil.copy(package, self.root / "root")
        self.plug_in(len(hall.machines))

    def plug_in(self, number):
        run("ip", "netns", "add", self.namespace)
        socket = f"s{number}"
        self.hall.on_wire("ip", "link", "add", socket, "type", "veth", "peer", "name", "eth0", "netns", self.namespace)
        self.hall.on_wire("ip", "link", "set", socket, "master", "wire", "up")
        for words in (("link", "set", "lo", "up"), ("link", "set", "eth0", "up"), ("address", "add", f"{self.address}/24", "dev", "eth0")):
            run("ip", "-n", self.namespace, *words)

    def tell_of(self, machines):
        lines = ["127.0.0.1 localhost", f"127.0.1.1 {self.name}"]
        lines += [f"{one.address} {one.name}.example" for one in machines]
        (self.root / "etc/hosts").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def boot(self):
        with open(self.folder / "console", "ab") as console:
            self.process = subprocess.Popen(
                ["systemd-nspawn", "-q", "-D", self.root, "-b", "--register=no", "--keep-unit", "--console=pipe", "--resolv-conf=off",
                 "--system-call-filter=adjtimex clock_adjtime",  # as on a machine of its own, where anybody may ask how the clock is
                 f"--hostname={self.name}", f"--network-namespace-path=/run/netns/{self.namespace}", f"--machine={self.name}"],
                stdin=subprocess.DEVNULL, stdout=console, stderr=console, preexec_fn=lambda: enter(self.groups))
        wait_until(self.is_up, f"{self.name} to boot")

    def is_up(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.name} is off: " + (self.folder / "console").read_text(encoding="utf-8", errors="replace")[-2000:])
        return self.first_process() and self.run("systemctl is-system-running").stdout.strip() in ("running", "degraded")

    def first_process(self):
        """Its pid out here; 0 before there is one."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii").split()
        return int(children[0]) if children else 0

    def run(self, script, stdin="", patience_s=300):
        """As root at its keyboard."""
        words = ["nsenter", "-t", str(self.first_process()), "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w", "--", "env", "-i",
                 "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8", "TERM=dumb",
                 "DEBIAN_FRONTEND=noninteractive", "bash", "-c", f"cd /root\n{script}"]
        return subprocess.run(words, input=stdin, capture_output=True, text=True, check=False, timeout=patience_s)

    def must(self, script, **more):
        done = self.run(script, **more)
        if done.returncode:
            raise AssertionError(f"{self.name}: {script}\nends with {done.returncode}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout

    def has(self, text, script):
        done = self.run(script)
        return text in done.stdout + done.stderr

    def log(self, unit):
        return self.must(f"journalctl --no-pager -o cat -u {unit}")

    def main_pid(self, unit):
        return int(self.must(f"systemctl show --value -p MainPID {unit}"))

    def lose_power(self):
        os.kill(self.first_process() or self.process.pid, signal.SIGKILL)
        self.process.wait()

    def destroy(self):
        if self.process and self.process.poll() is None:
            self.lose_power()
        remove(self.groups)
        run("umount", self.root, check=False)
        run("ip", "netns", "del", self.namespace)
