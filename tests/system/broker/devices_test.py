"""panggil-ctl device and join: a site from nothing, machines that come, are renewed and are shut out at once."""

import json
import shutil
import unittest

from guarded_office import ROOT, SHIPPED, SOURCE, wait_until
from site_with_devices import Machine, Site, mode

STATE = '{"state":"online","boot":1,"program":"test","version":"1","since":"2026-11-23T08:30:00+07:00"}'


class ASite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site()
        cls.addClassCleanup(cls.site.__exit__)
        cls.site.begin()

    def test_machines_join_and_work(self):
        kiosk = self.site.machine("kiosk-lobby")
        counter = self.site.machine("counter-1")
        ticket = self.site.run("panggil-kiosk", kiosk.settings("kiosk"), "issue", "cs")
        self.assertEqual(ticket.returncode, 0, ticket.stderr)
        for action in ("open", "next"):
            done = self.site.run("panggil-counter", counter.settings("counter"), action)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_several_are_let_in_at_once_or_none(self):
        names = ("display-wall", "counter-11", "kiosk-wall")
        folder = self.site.folder / "several"
        folder.mkdir()
        refused = self.site.on_server("add", "kiosk-fresh", "counter-12", "dispatcher", check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertFalse(list((self.site.server.etc / "authority").rglob("*kiosk-fresh*")))
        self.site.on_server("add", *names, "--area", "hall", cwd=folder)
        self.assertEqual({file.name for file in folder.iterdir()}, {f"{name}.panggil" for name in names})
        for name in names:
            self.assertEqual("area: hall" in (folder / f"{name}.panggil").read_text(encoding="utf-8"), name == "display-wall")

    def test_both_names_of_the_own_machine_are_in_the_brokers_certificate(self):
        machine = self.site.machine("counter-10")
        settings = machine.settings("counter")
        text = settings.read_text(encoding="utf-8")
        for host in ("localhost", "127.0.0.1"):
            settings.write_text(text.replace("localhost", host), encoding="utf-8")
            done = self.site.run("panggil-counter", settings, "open")
            self.assertIn(done.returncode, (0, 1), done.stderr)

    def test_the_offices_file_comes_with_it(self):
        server = Machine(self.site.folder / "another-server")
        usr = server.root / "usr/share/panggil"
        shutil.copytree(SHIPPED, usr / "mosquitto")
        shutil.copytree(SOURCE / "config/offices", usr / "offices")
        shipped = (usr / "offices/batam/office.yaml").read_text(encoding="utf-8")
        broken = self.site.folder / "broken.yaml"
        broken.write_text(shipped.replace("\nservices:", "\nservces:"), encoding="utf-8")

        def init(*words):
            return self.site.ctl(*words, "--root", server.root, "localhost", check=False)
        for wrong, told in (("bantam", "batam, cirebon"), (broken, "servces")):
            refused = init("device", "init", "--office", wrong)
            self.assertNotEqual(refused.returncode, 0)
            self.assertIn(told, refused.stderr)
            self.assertFalse(server.etc.exists(), "something is left of what was refused")
        made = init("--site", "west", "device", "init", "--office", "batam")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertIn("The site west", made.stdout)
        office = server.etc / "office.yaml"
        mine = office.read_text(encoding="utf-8")
        self.assertIn("\nsite: west\n", "\n" + mine)
        self.assertEqual([line for line in mine.splitlines() if not line.startswith("site:")],
                         [line for line in shipped.splitlines() if not line.startswith("site:")])
        self.assertEqual(mode(office), 0o644)
        shutil.rmtree(server.etc / "authority")
        again = init("device", "init", "--office", "cirebon")
        self.assertNotEqual(again.returncode, 0, "an office's file would be lost")
        self.assertIn("already", again.stderr)
        self.assertEqual(office.read_text(encoding="utf-8"), mine)

    def test_what_is_no_host_makes_no_authority(self):
        server = self.site.folder / "no-server"
        for host in ("https://server.example", "server.example:8883", "192.168.1.2/24"):
            refused = self.site.ctl("--site", "west", "device", "init", "--root", server, host, check=False)
            self.assertNotEqual(refused.returncode, 0, host)
            self.assertIn(host, refused.stderr)
        self.assertFalse(server.exists())

    def test_the_servers_own_are_renewed_where_they_are(self):
        etc = self.site.server.etc
        settings = {program: self.site.server.settings(program).read_text(encoding="utf-8") for program in ("dispatcher", "ctl")}
        for name, program in (("dispatcher", "dispatcher"), ("supervisor-1", "ctl")):
            before = (etc / f"{program}.certificate.pem").read_text(encoding="utf-8")
            folder = self.site.folder / f"renewing-{name}"
            folder.mkdir()
            self.site.on_server("renew", name, cwd=folder)
            self.assertEqual(list(folder.iterdir()), [], "a key lies about")
            self.assertNotEqual((etc / f"{program}.certificate.pem").read_text(encoding="utf-8"), before)
            self.assertEqual(self.site.server.settings(program).read_text(encoding="utf-8"), settings[program])
        self.assertEqual(self.site.run("panggil-ctl", self.site.server.settings("ctl"), "status").returncode, 0)

    def test_the_servers_own_is_not_shut_out_for_good(self):
        stolen = Machine(self.site.folder / "stolen")
        shutil.copytree(self.site.server.etc, stolen.etc, ignore=shutil.ignore_patterns("authority"))
        self.site.on_server("revoke", "supervisor-1", *self.site.reload)
        self.assertEqual(self.site.run("panggil-ctl", self.site.server.settings("ctl"), "status").returncode, 0)
        self.assertNotEqual(self.site.run("panggil-ctl", stolen.settings("ctl"), "status").returncode, 0)

    def test_what_the_office_does_not_have_is_told(self):
        server = Machine(self.site.folder / "with-office")
        usr = server.root / "usr/share/panggil"
        shutil.copytree(SHIPPED, usr / "mosquitto")
        shutil.copytree(SOURCE / "config/offices", usr / "offices")
        self.site.ctl("device", "init", "--root", server.root, "--office", "cirebon", "localhost")

        def add(*words, check=True):
            return self.site.ctl("device", "add", "--root", server.root, *words, check=check, cwd=server.root)
        self.assertEqual(add("counter-7", "display-east", "--area", "hall").stderr, "")
        self.assertIn("no counter 99", add("counter-99").stderr)
        self.assertIn("no area hal;", add("display-west", "--area", "hal").stderr)
        add("display-only")
        self.assertIn("\narea: hall\n", (server.root / "display-only.panggil").read_text(encoding="utf-8"))
        self.assertIn("twice", add("kiosk-a", "kiosk-a", check=False).stderr)
        self.assertFalse((server.root / "kiosk-a.panggil").exists())

    def test_join_keeps_what_stands_in_the_settings(self):
        bundle = self.site.bundle("display-hall-1", "--area", "hall")
        self.assertEqual(mode(bundle), 0o600)
        display = Machine(self.site.folder / "tv")
        display.etc.mkdir(parents=True)
        display.settings("display").write_text("# Bought in May.\nscreen_language: id\nbroker: tcp://old:1883\ntls:\n  ca: old.pem\n"
                                               "rotate: 90\n", encoding="utf-8")
        told = self.site.ctl("join", "--root", display.root, bundle)
        text = display.settings("display").read_text(encoding="utf-8")
        self.assertIn("# Bought in May.\nscreen_language: id\n", text)
        self.assertIn("rotate: 90\n", text)
        self.assertNotIn("old", text)
        for line in (f"broker: ssl://localhost:{self.site.port}", "site: cirebon", "name: display-hall-1", "area: hall"):
            self.assertEqual(text.splitlines().count(line), 1, text)
        self.assertIn("lets it in", told.stdout)
        # A second time changes nothing.
        self.site.ctl("join", "--root", display.root, bundle)
        self.assertEqual(display.settings("display").read_text(encoding="utf-8"), text)

    def test_nobody_reads_along_by_what_was_there_before(self):
        bundle = self.site.bundle("counter-15")
        machine = Machine(self.site.folder / "watched-machine")
        machine.etc.mkdir(parents=True)
        trap, elsewhere = machine.etc / "counter.key.pem.new", self.site.folder / "elsewhere"
        elsewhere.write_text("", encoding="utf-8")
        trap.symlink_to(elsewhere)
        left = machine.etc / "counter.ca.pem.new"
        with left.open("w+", encoding="utf-8") as opened:
            self.site.ctl("join", "--root", machine.root, bundle)
            self.assertEqual(opened.read(), "")
        self.assertEqual(elsewhere.read_text(encoding="utf-8"), "")
        self.assertIn("PRIVATE", (machine.etc / "counter.key.pem").read_text(encoding="utf-8"))

    def test_a_service_gets_its_key_from_systemd(self):
        bundle = self.site.bundle("display-hall-2", "--area", "hall")
        display = Machine(self.site.folder / "tv-2")
        unit = display.root / "lib/systemd/system/panggil-display.service"
        unit.parent.mkdir(parents=True)
        unit.touch()
        self.site.ctl("join", "--root", display.root, bundle)
        key = display.root / "etc/credstore/panggil-display.key"
        self.assertEqual(mode(key), 0o600)
        self.assertIn("key: /run/credentials/panggil-display.service/key", display.settings("display").read_text(encoding="utf-8"))

    def test_keys_are_for_nobody_else_and_are_never_told(self):
        added = self.site.on_server("add", "counter-7", "--output", self.site.folder / "seven")
        self.assertNotIn("PRIVATE", added.stdout + added.stderr)
        authority = self.site.server.etc / "authority"
        self.assertEqual(mode(authority), 0o700)
        self.assertEqual(mode(authority / "ca.key"), 0o600)
        self.assertEqual(mode(self.site.server.root / "etc/mosquitto/panggil/broker.key"), 0o600)
        kept = [file for file in authority.rglob("*") if file.is_file() and "PRIVATE" in file.read_text(encoding="utf-8")]
        self.assertEqual([file.name for file in kept], ["ca.key"])

    def test_a_revoked_one_goes_at_once_and_nobody_else_does(self):
        victim = self.site.machine("counter-4")
        other = self.site.machine("counter-5")
        with self.site.device("counter", victim) as shut_out, self.site.device("counter", other) as stays:
            state = f"{ROOT}/device/counter-4/state"
            shut_out.client.reconnect_delay_set(1, 1)
            shut_out.publish(state, STATE, retain=True)
            revoked = self.site.on_server("revoke", "counter-4", *self.site.reload)
            self.assertIn("shut out", revoked.stdout)
            wait_until(shut_out.lost.is_set, "its connection to go")
            stays.listen(f"{ROOT}/device/+/state", f"{ROOT}/office")
            wait_until(lambda: f"{ROOT}/office" in stays.topics(), "what is retained")
            self.assertNotIn(state, stays.topics())
            self.assertFalse(stays.lost.is_set())
        run = self.site.run("panggil-counter", victim.settings("counter"), "open")
        self.assertEqual(run.returncode, 4, run.stderr)
        again = self.site.ctl("join", "--root", victim.root, self.site.folder / "counter-4.panggil", check=False)
        self.assertEqual(again.returncode, 4)
        self.assertIn("shut out", again.stderr)
        # The name may come back, with another certificate.
        self.site.bundle("counter-4")
        self.site.ctl("join", "--root", victim.root, self.site.folder / "counter-4.panggil")
        self.assertEqual(self.site.run("panggil-counter", victim.settings("counter"), "open").returncode, 0)

    def test_a_renewed_one_is_told_of_a_server_that_has_got_another_name(self):
        self.site.bundle("display-moved", "--area", "hall")
        site = self.site.server.etc / "authority" / "site.yaml"
        before = site.read_text(encoding="utf-8")
        self.addCleanup(site.write_text, before, encoding="utf-8")
        site.write_text(before.replace("hosts:\n", 'hosts:\n  - "moved.example"\n'), encoding="utf-8")
        file = self.site.folder / "moved"
        self.site.on_server("renew", "display-moved", "--output", file)
        self.assertIn(f"ssl://moved.example:{self.site.port}", file.read_text(encoding="utf-8"))

    def test_a_renewed_one_comes_in_with_old_and_new(self):
        machine = self.site.machine("counter-6")
        file = self.site.folder / "renewed"
        self.site.on_server("renew", "counter-6", "--days", 10, "--output", file)
        self.assertEqual(self.site.run("panggil-counter", machine.settings("counter"), "open").returncode, 0)
        before = (machine.etc / "counter.certificate.pem").read_text(encoding="utf-8")
        self.site.ctl("join", "--root", machine.root, file)
        self.assertNotEqual((machine.etc / "counter.certificate.pem").read_text(encoding="utf-8"), before)
        self.assertEqual(self.site.run("panggil-counter", machine.settings("counter"), "close").returncode, 0)
        self.site.on_server("revoke", "counter-6", *self.site.reload)
        for bundle in (self.site.folder / "counter-6.panggil", file):
            self.assertEqual(self.site.ctl("join", "--root", machine.root, bundle, check=False).returncode, 4, bundle)

    def test_the_list_has_certificates_and_what_is_heard(self):
        machine = self.site.machine("counter-2")
        self.site.bundle("kiosk-yard")
        with self.site.device("counter", machine) as there:
            there.publish(f"{ROOT}/device/counter-2/state", STATE, retain=True)
            done = self.site.ctl("--config", self.site.server.settings("ctl"), "device", "list", "--json", "--root", self.site.server.root)
            rows = {row["name"]: row for row in json.loads(done.stdout)}
        self.assertEqual(rows["counter-2"]["state"]["program"], "test")
        self.assertIsNone(rows["kiosk-yard"]["state"])
        for name in ("broker", "dispatcher"):
            self.assertEqual(rows[name]["state"]["state"], "online", name)
        for name in ("broker", "dispatcher", "supervisor-1", "counter-2", "kiosk-yard"):
            self.assertTrue(rows[name]["certificate_until"].startswith("20"), name)

    def test_what_is_wrong_is_told_and_changes_nothing(self):
        taken = self.site.on_server("add", "dispatcher", check=False)
        self.assertEqual(taken.returncode, 1)
        for words in (("add", "printer-1"), ("add", "Counter 1"), ("revoke", "counter-99"), ("revoke", "broker"), ("renew", "counter-99")):
            refused = self.site.on_server(*words, check=False)
            self.assertEqual(refused.returncode, 1, words)
            self.assertIn(words[1].split("-")[0], refused.stderr)
        self.assertNotEqual(self.site.ctl("--site", "cirebon", "device", "init", "--root", self.site.server.root, "localhost", check=False)
                            .returncode, 0, "there is an authority already")
        bundle = self.site.bundle("kiosk-gate").read_text(encoding="utf-8")
        other = self.site.bundle("kiosk-door").read_text(encoding="utf-8")
        begin, blocks = bundle.index("-----BEGIN"), other.split("-----BEGIN ")
        for wrong in (bundle[:-200], bundle.replace("role: kiosk", "rule: kiosk"), bundle[:begin] + other[other.index("-----BEGIN"):],
                      bundle[:bundle.index("-----BEGIN PRIVATE")] + "-----BEGIN " + "-----BEGIN ".join(blocks[2:]), "",
                      bundle + "\n" * (1 << 20)):
            file = self.site.folder / "wrong.panggil"
            file.write_text(wrong, encoding="utf-8")
            root = self.site.folder / "untouched"
            refused = self.site.ctl("join", "--root", root, file, check=False)
            self.assertEqual(refused.returncode, 1, refused.stderr)
            self.assertFalse(root.exists())


if __name__ == "__main__":
    unittest.main()
