"""Tickets through a real CUPS: a scheduler of its own, with one raw queue to a printer on a TCP port. Left out where CUPS is not installed."""

import os
import shutil
import subprocess
import unittest
from unittest import mock

from lobby import Lobby, wait_until
from processes import free_port

os.environ["PATH"] += ":/usr/sbin"
PROGRAMS = ("cancel", "cupsd", "lpadmin", "cupsdisable", "cupsenable", "lp", "lpstat", "/usr/lib/cups/backend/socket")

SERVER = """Listen 127.0.0.1:{port}
DefaultAuthType None
<Location />
Allow all
</Location>
<Location /admin>
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
FILES = """ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup root
"""


class PrintingOffice(Lobby):
    """A lobby beside which a cupsd runs, with the queue `tickets`."""

    def __init__(self):
        super().__init__()
        self.cups = self.folder / "cups"
        self.cups_port = free_port()
        self.folder.chmod(0o711)  # what prints is another user's
        for name in ("etc", "spool", "cache", "state", "tmp"):
            (self.cups / name).mkdir(parents=True)
        (self.cups / "etc" / "cupsd.conf").write_text(SERVER.format(port=self.cups_port), encoding="utf-8")
        (self.cups / "etc" / "cups-files.conf").write_text(FILES.format(folder=self.cups), encoding="utf-8")

    def start_cups(self):
        self.cupsd = self.start("cupsd.log", "cupsd", "-f", "-c", self.cups / "etc" / "cupsd.conf", "-s", self.cups / "etc" / "cups-files.conf")
        wait_until(lambda: "is running" in self.order("lpstat", "-r").stdout, "cupsd")

    def must(self, *words):
        done = self.order(*words)
        if done.returncode:
            raise RuntimeError(done.stderr)

    def order(self, *words):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


@unittest.skipUnless(os.geteuid() == 0 and all(shutil.which(program) for program in PROGRAMS), "needs root, cups and cups-client: scripts/install-dependencies test")
class Cups(unittest.TestCase):
    def test_a_ticket_comes_out_and_what_is_wrong_is_told(self):
        with PrintingOffice() as lobby, mock.patch.dict(os.environ, {"CUPS_SERVER": f"127.0.0.1:{lobby.cups_port}"}):
            lobby.start_cups()
            lobby.must("lpadmin", "-p", "tickets", "-E", "-v", f"socket://127.0.0.1:{lobby.printer.port}", "-m", "raw")
            lobby.start_kiosk(settings="printer: {cups: tickets}\nnumber_stays: 4s\n")
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            ticket = lobby.printer.wait_for(1)
            self.assertTrue(0.04 < ticket.black_share() < 0.35, ticket.black_share())
            self.assertEqual((len(ticket.rows[0]) * 8, lobby.printer.unknown, lobby.issued()), (576, [], 1))

            lobby.must("cupsdisable", "-r", "jammed", "tickets")
            lobby.wait_to_show("the start", "Printer tidak berfungsi")
            lobby.must("cupsenable", "tickets")
            wait_until(lambda: lobby.log().count("printer: ready") == 2, "the queue to be well again")
            # CUPS would go on trying for as long as it takes.
            lobby.printer.vanish()
            lobby.touch_first_service()
            lobby.wait_to_say("has not come out, and is taken back")
            lobby.wait_to_say("a ticket was not printed")
            self.assertEqual(lobby.order("lpstat", "-o", "tickets").stdout, "")
            lobby.stop(lobby.cupsd)
            lobby.wait_to_say("printer: gone")


if __name__ == "__main__":
    unittest.main()
