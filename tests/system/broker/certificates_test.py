"""A broker with packaging/mosquitto/tls.conf and acl: who one is stands in the certificate, and nothing else counts."""

import signal
import socket
import ssl
import subprocess
import unittest

from guarded_office import ROOT, Device, GuardedOffice, wait_until

NAMES = ("dispatcher", "counter-1", "counter-2", "kiosk-lobby", "supervisor-1")


class Authority:
    """The certificates of a site, made with openssl in `folder`."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "index.txt").touch()
        (folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=site\n[site]\ndatabase={folder}/index.txt\ndefault_md=sha256\ndefault_crl_days=30\n", encoding="utf-8")
        self.openssl("req", "-x509", *self.new_key("ca"), "-days", "2", "-subj", "/CN=authority", "-out", folder / "ca.pem")
        self.list_revoked()

    def openssl(self, *words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)

    def new_key(self, name):
        return ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", self.folder / f"{name}.key")

    def certify(self, name, common_name=None):
        request = self.folder / f"{name}.csr"
        self.openssl("req", *self.new_key(name), "-subj", f"/CN={common_name or name}", "-out", request)
        names = self.folder / "names.cnf"
        names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n", encoding="utf-8")
        self.openssl("x509", "-req", "-days", "2", "-in", request, "-CA", self.folder / "ca.pem", "-CAkey", self.folder / "ca.key",
                     "-CAcreateserial", "-extfile", names, "-out", self.folder / f"{name}.pem")

    def revoke(self, name):
        self.openssl("ca", "-config", self.folder / "ca.cnf", "-keyfile", self.folder / "ca.key", "-cert", self.folder / "ca.pem",
                     "-revoke", self.folder / f"{name}.pem")
        self.list_revoked()

    def list_revoked(self):
        self.openssl("ca", "-config", self.folder / "ca.cnf", "-keyfile", self.folder / "ca.key", "-cert", self.folder / "ca.pem",
                     "-gencrl", "-out", self.folder / "revoked.pem")


class Certificates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = office = GuardedOffice("tls.conf", {})
        cls.addClassCleanup(office.__exit__)
        office.uri = f"ssl://localhost:{office.port}"
        cls.site = office.folder / "site"
        cls.site.mkdir()
        cls.authority = Authority(cls.site)
        cls.authority.certify("broker", "localhost")
        for name in NAMES:
            cls.authority.certify(name)
        office.paths["/etc/mosquitto/panggil/"] = f"{cls.site}/"
        cls.broker = office.start_broker()
        office.start_dispatcher(cls.machine("dispatcher"))
        wait_until(lambda: office.run("panggil-ctl", cls.machine("supervisor-1"), "status").returncode == 0, "the dispatcher")

    @classmethod
    def machine(cls, name, key=None):
        key = key or name
        return cls.office.machine(
            name, f"tls:\n  ca: {cls.site}/ca.pem\n  certificate: {cls.site}/{key}.pem\n  key: {cls.site}/{key}.key\n")

    def context(self, name, version=ssl.TLSVersion.TLSv1_3):
        context = ssl.create_default_context(cafile=self.site / "ca.pem")
        context.maximum_version = version
        if name:
            context.load_cert_chain(self.site / f"{name}.pem", self.site / f"{name}.key")
        return context

    def device(self, name, client_id=None):
        return Device(self.office.port, client_id or name, lambda client: client.tls_set_context(self.context(name)))

    def test_the_office_works_through_it(self):
        ticket = self.office.run("panggil-kiosk", self.machine("kiosk-lobby"), "issue", "cs")
        self.assertEqual(ticket.returncode, 0, ticket.stderr)
        opened = self.office.run("panggil-counter", self.machine("counter-1"), "--counter", 1, "open")
        self.assertEqual(opened.returncode, 0, opened.stderr)

    def test_another_name_than_the_certificates_gets_nothing_done(self):
        run = self.office.run("panggil-counter", self.machine("counter-2", key="kiosk-lobby"), "--counter", 2, "open", "--no-expect")
        self.assertNotEqual(run.returncode, 0)
        with self.device("counter-2") as victim, self.device("counter-1", client_id="counter-2") as thief:
            victim.listen(f"{ROOT}/reply/counter-2")
            thief.publish(f"{ROOT}/cmd/counter-2/open", '{"id":"theft"}')
            victim.publish(f"{ROOT}/cmd/counter-2/no-such", '{"id":"mark"}')
            wait_until(lambda: any('"mark"' in payload for _, payload in victim.heard), "the answer")
            self.assertFalse(any("theft" in payload for _, payload in victim.heard), victim.heard)
            self.assertFalse(victim.lost.is_set())

    def refused(self, name, version=ssl.TLSVersion.TLSv1_3):
        """With TLS 1.3 the broker says so only after the handshake, so a CONNECT is tried on the bare connection."""
        try:
            with socket.create_connection(("localhost", self.office.port), 15) as plain:
                with self.context(name, version).wrap_socket(plain, server_hostname="localhost") as secured:
                    secured.sendall(b"\x10\x11\x00\x04MQTT\x04\x02\x00\x3c\x00\x05probe")
                    return secured.recv(1) != b"\x20"
        except (ssl.SSLError, ConnectionError):
            return True

    def test_only_certificates_of_the_sites_authority_and_only_tls_1_3(self):
        elsewhere = self.site / "elsewhere"
        elsewhere.mkdir()
        Authority(elsewhere).certify("counter-1")
        self.assertFalse(self.refused("counter-1"))
        self.assertTrue(self.refused("elsewhere/counter-1"))
        self.assertTrue(self.refused(None))
        self.assertTrue(self.refused("counter-1", ssl.TLSVersion.TLSv1_2))

    def test_a_revoked_device_does_not_come_back(self):
        self.authority.certify("counter-9")
        self.assertFalse(self.refused("counter-9"))
        self.authority.revoke("counter-9")
        self.broker.send_signal(signal.SIGHUP)
        wait_until(lambda: self.refused("counter-9"), "the list of the revoked to be read")
        self.assertFalse(self.refused("counter-1"))


if __name__ == "__main__":
    unittest.main()
