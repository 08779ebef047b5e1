"""Tickets on paper, and what a visitor is told when there is none."""

import json
import shutil
import subprocess
import unittest

from lobby import Lobby, wait_until
from paper_sink import COVER_OPEN, OUT_OF_PAPER, PAPER_LOW


def read_codes(picture):
    return subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True, check=False).stdout.split("\n")


class Printing(unittest.TestCase):
    def test_a_ticket_can_be_read_by_people_and_by_machines(self):
        with Lobby() as lobby:
            lobby.start_kiosk(settings=lobby.with_printer("documents:\n  cs: [{id: KTP asli, en: Identity card}]\n"))
            lobby.touch_first_service()
            ticket = lobby.printer.wait_for(1)
            picture = lobby.folder / "ticket.png"
            ticket.png(picture)
            self.assertEqual(len(ticket.rows[0]) * 8, 576)
            self.assertTrue(0.04 < ticket.black_share() < 0.35, ticket.black_share())
            if not shutil.which("zbarimg"):
                self.skipTest("zbar-tools are not installed")
            self.assertIn("cirebon 2026-11-23 A001", read_codes(picture))

    def test_narrow_paper_and_a_code_that_the_printer_draws(self):
        with Lobby() as lobby:
            lobby.start_kiosk(settings=lobby.with_printer("  paper_mm: 58\n  qr: printer\nqr_text: \"https://antrean.example/{ticket}\"\n"))
            lobby.touch_first_service()
            ticket = lobby.printer.wait_for(1)
            self.assertEqual(len(ticket.rows[0]) * 8, 384)
            self.assertEqual(ticket.codes, ["https://antrean.example/A001"])

    def test_what_is_wrong_with_it_stands_on_the_screen_before_a_ticket_is_taken(self):
        with Lobby() as lobby:
            lobby.printer.state = OUT_OF_PAPER
            lobby.start_kiosk()
            lobby.wait_to_show("the start", "Kertas tiket habis")
            wait_until(lambda: json.loads(lobby.heard("device/kiosk-lobby/health", patience_s=20)[0])["printer"] == "paper-out", "its health")
            self.assertIn("out of paper", lobby.ctl("device", "list", "--root", lobby.folder).out)
            lobby.printer.state = COVER_OPEN
            lobby.wait_to_show("the start", "Printer terbuka")
            lobby.printer.state = PAPER_LOW
            lobby.wait_to_show("the start", "hampir habis")
            lobby.printer.vanish()
            lobby.wait_to_show("the start", "Printer tidak berfungsi")
            lobby.printer.state = None
            lobby.printer.come_back()
            lobby.wait_to_say("printer: ready")

    def test_without_paper_a_number_is_given_out_on_the_screen(self):
        with Lobby() as lobby:
            lobby.printer.state = OUT_OF_PAPER
            lobby.start_kiosk()
            lobby.wait_to_show("the start", "Kertas tiket habis")
            lobby.touch_first_service()
            self.assertEqual(lobby.wait_to_show("the number")[1], "A001")
            self.assertEqual(lobby.printer.tickets, [])

    def test_paper_that_ends_in_the_middle_of_a_ticket_is_noticed(self):
        with Lobby() as lobby:
            lobby.start_kiosk(settings=lobby.with_printer("number_stays: 60s\n"))
            lobby.printer.stops_at = 8192
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            lobby.wait_to_say("a ticket was not printed")
            self.assertEqual(lobby.issued(), 1)

    def test_a_printer_that_says_nothing_prints_all_the_same(self):
        with Lobby() as lobby:
            lobby.printer.silent = True
            lobby.start_kiosk()
            lobby.touch_first_service()
            lobby.printer.wait_for(1)
            lobby.wait_to_show("the number")

    def test_a_device_file(self):
        with Lobby() as lobby:
            device = lobby.folder / "lp0"
            device.touch()
            lobby.start_kiosk(settings=f"printer: {{device: {device}}}\n")
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            lobby.wait_for_file_to_end_with(device, b"\x1dVB\x00")

    def test_a_queue_of_cups(self):
        with Lobby() as lobby:
            paper = lobby.folder / "paper"
            lobby.put_command("lp", f"cat > {paper}")
            lobby.put_command("lpstat", "echo 'printer tickets is idle.  enabled'")
            lobby.start_kiosk(settings="printer: {cups: tickets}\n")
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            lobby.wait_for_file_to_end_with(paper, b"\x1dVB\x00")


if __name__ == "__main__":
    unittest.main()
