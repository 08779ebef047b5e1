"""panggil-ctl doctor on real faults: what is wrong is told, under the name of what it is, and nothing else is called bad."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

from guarded_office import BIN, SOURCE, free_port, wait_until
from site_with_devices import Machine, Site


class Doctor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site()
        cls.addClassCleanup(cls.site.__exit__)
        cls.site.begin()
        cls.counter = cls.site.machine("counter-1")

    def patient(self, program="counter", broker=None, **files):
        """A machine that joined, with other files or another broker."""
        machine = Machine(self.site.folder / f"patient-{len(list(self.site.folder.iterdir()))}")
        shutil.copytree(self.counter.root, machine.root)
        for what, text in files.items():
            (machine.etc / f"counter.{what}.pem").write_text(text, encoding="utf-8")
        settings = machine.settings("counter")
        if broker:
            lines = [f"broker: {broker}" if line.startswith("broker:") else line for line in settings.read_text(encoding="utf-8").splitlines()]
            settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if program != "counter":
            settings.rename(machine.settings(program))
        return machine

    def findings(self, machine, *before, language="en"):
        done = subprocess.run([*before, str(BIN / "panggil-ctl"), "--language", language, "doctor", "--json", "--root", str(machine.root)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
        findings = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if any(one["level"] == "bad" for one in findings) else 0, done.stderr)
        return findings

    def bad(self, machine, *before):
        return [(one["check"], one["text"]) for one in self.findings(machine, *before) if one["level"] == "bad"]

    def assert_bad(self, machine, check, *words, before=()):
        bad = self.bad(machine, *before)
        self.assertIn(check, [name for name, _ in bad], bad)
        text = " ".join(text for name, text in bad if name == check)
        for word in words:
            self.assertIn(word, text)
        return bad

    def test_finds_nothing_bad_where_nothing_is(self):
        findings = self.findings(self.counter)
        self.assertEqual([one for one in findings if one["level"] == "bad"], [])
        checks = {one["check"] for one in findings}
        self.assertLessEqual({"settings", "certificate", "broker", "dispatcher", "clock", "disk"}, checks)

    def test_leaves_a_program_that_runs_its_connection(self):
        machine = self.site.machine("counter-4")
        with machine.settings("counter").open("a", encoding="utf-8") as settings:
            settings.write("keypad: {device: none-is-plugged-in}\n")
        window = subprocess.Popen([str(BIN / "panggil-counter"), "--config", str(machine.settings("counter")), "--keypad"],
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (window.terminate(), window.wait()))
        with self.site.device("kiosk", self.site.machine("kiosk-9")) as listener:
            topic, own = (f"panggil/v1/cirebon/device/{name}/state" for name in ("counter-4", "kiosk-9"))
            listener.listen(topic, own)
            wait_until(lambda: any('"online"' in payload for _, payload in listener.heard), "the counter")
            listener.heard.clear()
            findings = self.findings(machine)
            listener.publish(own, "{}")  # whatever the broker had to say of the counter comes before
            wait_until(lambda: listener.heard, "what was said last")
            self.assertEqual(listener.heard, [(own, "{}")])
            self.assertEqual([one for one in findings if one["level"] == "bad"], [])
            self.assertIn("was not looked for", next(one["text"] for one in findings if one["check"] == "dispatcher"))

    def test_does_not_take_itself_for_a_program_that_runs(self):
        machine = self.site.machine("supervisor-7")
        done = subprocess.run([str(BIN / "panggil-ctl"), "--language", "en", "doctor", "--json", "--config", str(machine.settings("ctl"))],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
        texts = [one["text"] for one in json.loads(done.stdout) if one["check"] == "dispatcher"]
        self.assertTrue(texts, done.stdout)
        self.assertNotIn("was not looked for", texts[0])

    def test_passes_over_programs_that_are_only_installed(self):
        machine = self.patient()
        machine.settings("ctl").write_text("#broker: tcp://127.0.0.1:1883\n", encoding="utf-8")
        self.assertEqual(self.bad(machine), [])

    def test_looks_at_the_broker_of_one_machine(self):
        machine = Machine(self.site.folder / "one-machine")
        machine.etc.mkdir(parents=True)
        for program in ("dispatcher", "ctl"):
            machine.settings(program).write_text(f"broker: tcp://127.0.0.1:{free_port()}\n", encoding="utf-8")
        machine.settings("ctl").write_text(machine.settings("dispatcher").read_text(encoding="utf-8"), encoding="utf-8")
        self.assert_bad(machine, "broker", "no broker listens")

    def test_tells_what_nobody_has_set_up(self):
        machine = Machine(self.site.folder / "just-installed")
        machine.etc.mkdir(parents=True)
        machine.settings("kiosk").write_text("#broker: tcp://127.0.0.1:1883\n", encoding="utf-8")
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", 1883)):
                self.skipTest("this machine has a broker")
        self.assert_bad(machine, "broker", "panggil-ctl join")

    def test_tells_name_port_and_tls_apart(self):
        self.assert_bad(self.patient(broker=f"ssl://no-such-host.invalid:{self.site.port}"), "broker", "no-such-host.invalid")
        self.assert_bad(self.patient(broker=f"ssl://localhost:{free_port()}"), "broker", "no broker listens")

    def test_tells_another_name_of_the_broker(self):
        # 127.0.0.2 is this machine as well, and in no certificate.
        text = (self.site.folder / "mosquitto.conf").read_text(encoding="utf-8")
        port = free_port()
        other = self.site.folder / "elsewhere.conf"
        other.write_text(text.replace(f"listener {self.site.port} 127.0.0.1", f"listener {port} 127.0.0.2"), encoding="utf-8")
        broker = self.site.start("elsewhere.log", shutil.which("mosquitto", path="/usr/sbin:/usr/bin"), "-c", other)
        machine = self.patient(broker=f"ssl://127.0.0.2:{port}")
        wait_until(lambda: "no broker listens" not in str(self.bad(machine)), "the other broker")
        self.assert_bad(machine, "broker", "other names than 127.0.0.2")
        self.site.kill(broker)

    def test_tells_a_broker_that_speaks_no_tls(self):
        port = free_port()
        plain = self.site.folder / "plain.conf"
        plain.write_text(f"listener {port} 127.0.0.1\nallow_anonymous false\npersistence false\nuser root\n", encoding="utf-8")
        broker = self.site.start("plain.log", shutil.which("mosquitto", path="/usr/sbin:/usr/bin"), "-c", plain)
        machine = self.patient(broker=f"ssl://localhost:{port}")
        wait_until(lambda: "no broker listens" not in str(self.bad(machine)), "the plain broker")
        self.assert_bad(machine, "broker", "does not speak TLS")
        # And one that wants a password of somebody who has none.
        settings = machine.settings("counter")
        settings.write_text(f"broker: tcp://localhost:{port}\nsite: cirebon\nname: counter-1\n", encoding="utf-8")
        self.assert_bad(machine, "broker", "does not let this name in")
        self.site.kill(broker)

    def test_tells_what_is_wrong_with_certificates(self):
        other = Site()
        self.addCleanup(other.__exit__)
        other.init("localhost")
        stranger = other.machine("counter-1", check=False)
        files = {what: (stranger.etc / f"counter.{what}.pem").read_text(encoding="utf-8") for what in ("ca", "certificate", "key")}
        self.assert_bad(self.patient(**files), "broker", "not of the authority")
        # The broker's authority, but somebody else's certificate.
        self.assert_bad(self.patient(certificate=files["certificate"], key=files["key"]), "certificate", "not of this authority")
        self.assert_bad(self.patient(key="nothing\n"), "certificate", "cannot be used")

    def test_tells_for_each_certificate_where_another_comes_from(self):
        renewed_here, joined_with = "device renew {} here", "device renew {} on the server, and here panggil-ctl join"
        spoilt = self.patient(certificate="nothing\n")
        self.assert_bad(spoilt, "certificate", joined_with.format("counter-1"))
        self.assert_bad(spoilt, "broker", joined_with.format("counter-1"))
        (lost := self.patient()).etc.joinpath("counter.key.pem").unlink()
        self.assert_bad(lost, "settings", joined_with.format("counter-1"))
        for program, name in (("dispatcher", "dispatcher"), ("ctl", "supervisor-1")):
            for fault in ("lost", "spoilt"):
                server = Machine(self.site.folder / f"server-{program}-{fault}")
                shutil.copytree(self.site.server.root, server.root)
                key = server.etc / f"{program}.key.pem"
                if fault == "lost":
                    key.unlink()
                else:
                    key.write_text("nothing\n", encoding="utf-8")
                with self.subTest(program=program, fault=fault):
                    bad = self.assert_bad(server, "settings" if fault == "lost" else "certificate", renewed_here.format(name))
                    self.assertNotIn("join", str(bad))
                    told = str([one["text"] for one in self.findings(server, language="id") if one["level"] == "bad"])
                    self.assertIn(f"device renew {name} di sini", told)
                    self.assertNotIn("join", told)
        # Its supervisor elsewhere, without the authority, is a machine like any other.
        shutil.rmtree(server.etc / "authority")
        server.settings("dispatcher").unlink()
        self.assert_bad(server, "certificate", joined_with.format("supervisor-1"))

    def test_tells_of_a_password_that_cannot_be_read(self):
        machine = self.patient()
        machine.settings("counter").write_text(f"broker: tcp://localhost:{free_port()}\nname: counter-1\npassword_file: gone\n", encoding="utf-8")
        bad = self.assert_bad(machine, "settings", f"{machine.etc}/gone", "password of counter-1")
        self.assertNotIn("renew", str(bad))

    def test_tells_a_certificate_that_is_over_and_one_that_ends(self):
        file = self.site.folder / "short"
        self.site.on_server("add", "counter-2", "--days", 1, "--output", file)
        machine = Machine(self.site.folder / "short-machine")
        self.site.ctl("join", "--root", machine.root, file)
        warned = [one for one in self.findings(machine) if one["check"] == "certificate"]
        self.assertEqual([one["level"] for one in warned], ["warn"])
        faketime = shutil.which("faketime")
        if not faketime:
            self.skipTest("faketime is not installed")
        self.assert_bad(machine, "certificate", "was good until", before=(faketime, "-f", "+3d"))
        self.assert_bad(machine, "certificate", "clock is behind", before=(faketime, "-f", "-400d"))
        self.assert_bad(machine, "broker", "clock is behind", before=(faketime, "-f", "-400d"))
        self.assertEqual([text for check, text in self.bad(machine, faketime, "-f", "-300d") if check in ("certificate", "broker")], [],
                         "a Raspberry Pi that was put away is not let in")

    def test_tells_a_machine_that_was_shut_out(self):
        machine = self.site.machine("counter-3")
        self.site.on_server("revoke", "counter-3", *self.site.reload)
        self.assert_bad(machine, "broker", "shut out")

    def test_tells_settings_that_cannot_be_read(self):
        machine = self.patient()
        machine.settings("counter").write_text("broker: nonsense\n", encoding="utf-8")
        self.assert_bad(machine, "settings", "counter.yaml:1:9")
        (empty := Machine(self.site.folder / "empty")).etc.mkdir(parents=True)
        self.assert_bad(empty, "settings", "panggil-ctl join")

    def test_tells_a_faulty_office_from_one_that_nobody_has_made(self):
        shipped = (SOURCE / "config/offices/batam/office.yaml").read_text(encoding="utf-8")
        line = shipped.splitlines().index("services:") + 1
        faulty = shipped.replace("\nservices:", "\nservces:")
        # On a machine where nothing else has been set up, and on one that has been told of a broker.
        for settings, missing in (("", "There is no office yet: panggil-ctl device init"),
                                  ("broker: tcp://broker.example:1883\n", "/office.yaml; check that the file is there")):
            with self.subTest(settings=settings):
                self.assertIn(missing, self.of_office(settings, None))
                told = self.of_office(settings, faulty)
                self.assertIn(f'/office.yaml:{line}:1: unknown key "servces"', told)
                self.assertNotIn(missing, told)
                self.assertIn(f'/office.yaml:{line}:1: kunci "servces" tidak dikenal', self.of_office(settings, faulty, language="id"))
                self.assertEqual(self.of_office(settings, shipped), "")

    def of_office(self, settings, office, language="en"):
        """What is bad in the settings of a dispatcher on this machine with that office's file."""
        folder = Path(tempfile.mkdtemp(dir=self.site.folder))
        if office is not None:
            (folder / "office.yaml").write_text(office, encoding="utf-8")
        file = folder / "dispatcher.yaml"
        file.write_text(f"{settings}office: {folder}\n", encoding="utf-8")
        # It asks the dispatcher of this machine, which is the one on the path.
        done = subprocess.run([str(BIN / "panggil-ctl"), "--language", language, "doctor", "--json", "--config", str(file)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
                              env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"})
        return "".join(one["text"] for one in json.loads(done.stdout) if (one["check"], one["level"]) == ("settings", "bad"))

    def test_looks_at_screen_and_sound_of_a_display(self):
        machine = self.patient(program="display")
        self.assert_bad(machine, "screen", "no graphics card")
        status = machine.root / "sys/class/drm/card0-HDMI-A-1/status"
        status.parent.mkdir(parents=True)
        status.write_text("disconnected\n", encoding="utf-8")
        self.assert_bad(machine, "screen", "No screen is connected")
        status.write_text("connected\n", encoding="utf-8")
        findings = self.findings(machine)
        self.assertNotIn("bad", {one["level"] for one in findings if one["check"] == "screen"})
        self.assertIn("warn", {one["level"] for one in findings if one["check"] == "sound"})

    def test_looks_for_a_kiosks_printer_by_whatever_way_it_is_connected(self):
        machine = self.patient(program="kiosk")
        settings = machine.settings("kiosk")
        plain = settings.read_text(encoding="utf-8")

        def with_printer(way):
            settings.write_text(f"{plain}printer: {{{way}}}\n", encoding="utf-8")

        with_printer(f"device: {machine.root}/lp0")
        self.assert_bad(machine, "printer", f"{machine.root}/lp0", "Is it on")
        (machine.root / "lp0").touch()
        self.assertEqual([one["level"] for one in self.findings(machine) if one["check"] == "printer"], ["ok"])
        port = free_port()
        with_printer(f'tcp: "127.0.0.1:{port}"')
        self.assert_bad(machine, "printer", f"127.0.0.1:{port}", "does not answer")
        with socket.create_server(("127.0.0.1", port)):
            self.assertEqual([one["level"] for one in self.findings(machine) if one["check"] == "printer"], ["ok"])
        with_printer("cups: tickets-of-nobody")
        self.assert_bad(machine, "printer", "tickets-of-nobody")

    def test_tells_a_full_disk(self):
        allowed = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
                                 check=False, capture_output=True)
        if allowed.returncode:
            self.skipTest("no tmpfs can be mounted here: " + allowed.stderr.decode())
        machine = self.patient()
        root = machine.root / "etc"
        mounted = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                   f"cp -a {root} {root}.kept && mount -t tmpfs -o size=8m tmpfs {root} && cp -a {root}.kept/. {root} && exec \"$@\"", "sh")
        self.assert_bad(machine, "disk", "as good as full", before=mounted)

    def test_speaks_indonesian(self):
        machine = self.patient(broker=f"ssl://localhost:{free_port()}")
        texts = [one["text"] for one in self.findings(machine, language="id") if one["check"] == "broker"]
        self.assertIn("tidak ada broker pada port itu", texts[0])


class TheOthers(unittest.TestCase):
    def test_are_told_apart_when_broker_or_dispatcher_is_gone(self):
        with Site() as site:
            site.begin()
            machine = site.machine("counter-1")
            dispatcher = site.running[-1]
            doctor = Doctor()
            site.stop(dispatcher)
            self.assertEqual([check for check, _ in doctor.bad(machine)], ["dispatcher"])
            site.kill(site.broker)
            self.assertEqual([check for check, _ in doctor.bad(machine)], ["broker"])


if __name__ == "__main__":
    unittest.main()
