"""One touch is one ticket, whatever happens while it is under way. Real clicks, a real broker, a real dispatcher."""

import signal
import unittest

from lobby import Lobby, settle, wait_until
from slow_link import SlowLink


class Touches(unittest.TestCase):
    def test_one_touch_is_one_ticket_and_one_paper(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.touch_first_service()
            self.assertEqual(lobby.wait_to_show("the number")[1], "A001")
            lobby.printer.wait_for(1)
            self.assertEqual(lobby.issued(), 1)
            self.assertEqual(lobby.printer.unknown, [])

    def test_a_drummed_touch_is_one_ticket(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.touch_first_service(times=8)
            lobby.wait_to_show("the number")
            lobby.printer.wait_for(1)
            self.assertEqual(lobby.issued(), 1)
            self.assertEqual(len(lobby.printer.tickets), 1)

    def test_nothing_a_visitor_does_leaves_it(self):
        with Lobby() as lobby:
            process = lobby.start_kiosk()
            lobby.press("alt+F4", "Escape", "ctrl+q", "ctrl+w", "F11", "ctrl+c", "super", "Return")
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            self.assertIsNone(process.poll())

    def test_a_frozen_dispatcher_is_told_and_the_truth_follows(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.freeze_dispatcher()
            lobby.touch_first_service()
            lobby.wait_to_show("that it is unsure")
            lobby.touch_first_service(times=3)
            lobby.thaw_dispatcher()
            lobby.wait_to_say("what came of the touch is known")
            # What was heard in time is a ticket; what was not is none, and nothing happens later.
            shown = lobby.wait_to_end_unsure()
            self.assertEqual(lobby.issued(), 1 if shown == "the number" else 0)

    def test_a_dispatcher_killed_in_the_middle_of_a_touch_gives_one_ticket_at_most(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.freeze_dispatcher()
            lobby.touch_first_service()
            lobby.wait_to_show("a touch")
            lobby.kill(lobby.dispatcher)
            lobby.start_dispatcher()
            shown = lobby.wait_to_end_unsure()
            self.assertEqual(lobby.issued(), 1 if shown == "the number" else 0)

    def test_a_dispatcher_killed_after_the_commit_and_before_the_answer_gives_one_ticket(self):
        with Lobby() as lobby, SlowLink(lobby.port) as link:
            lobby.stop(lobby.dispatcher)
            lobby.start_dispatcher(link.uri)
            lobby.start_kiosk()
            link.die("up")
            lobby.touch_first_service()
            # It answers only what is on disk.
            wait_until(lambda: link.holds(b'"action":"issue"'), "the answer, on the dead line")
            lobby.kill(lobby.dispatcher)
            link.cut()
            lobby.start_dispatcher()
            self.assertEqual(lobby.wait_to_show("the number")[1], "A001")
            lobby.printer.wait_for(1)
            self.assertEqual(lobby.issued(), 1)

    def test_a_dispatcher_killed_after_the_answer_takes_no_number_away(self):
        with Lobby() as lobby:
            lobby.start_kiosk(settings=lobby.with_printer("number_stays: 5s\n"))
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            lobby.kill(lobby.dispatcher)
            lobby.printer.wait_for(1)
            lobby.wait_to_show("that it is offline")
            lobby.start_dispatcher()
            lobby.wait_to_show("the start")
            self.assertEqual((lobby.issued(), len(lobby.printer.tickets)), (1, 1))

    def test_comes_up_by_itself_when_the_broker_does(self):
        with Lobby() as lobby:
            lobby.kill(lobby.dispatcher)
            lobby.kill(lobby.broker)
            lobby.start_kiosk(site=None, wait=False)
            lobby.wait_to_show("that it is offline")
            lobby.broker = lobby.start_broker()
            lobby.wait_to_say("knows of no office yet")
            lobby.start_dispatcher()
            lobby.wait_to_show("the start")
            lobby.touch_first_service()
            self.assertEqual(lobby.wait_to_show("the number")[1], "A001")

    def test_a_link_cut_in_the_middle_of_a_touch_gives_one_ticket_at_most(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.freeze_dispatcher()
            lobby.touch_first_service()
            lobby.wait_to_show("a touch")
            lobby.kill(lobby.broker)
            lobby.thaw_dispatcher()
            lobby.broker = lobby.start_broker()
            shown = lobby.wait_to_end_unsure()
            self.assertEqual(lobby.issued(), 1 if shown == "the number" else 0)

    def test_a_kiosk_killed_in_the_middle_of_a_touch_asks_for_it_when_it_is_back(self):
        with Lobby() as lobby:
            process = lobby.start_kiosk()
            lobby.freeze_dispatcher()
            lobby.touch_first_service()
            lobby.wait_to_show("a touch")
            lobby.wait_for_touch_file()
            lobby.kill(process)
            lobby.thaw_dispatcher()
            lobby.start_kiosk(wait=False)
            lobby.wait_to_say("what came of the touch is known")
            shown = lobby.wait_to_end_unsure()
            self.assertEqual(lobby.issued(), 1 if shown == "the number" else 0)
            self.assertFalse((lobby.state_of_kiosk / "touch").exists())

    def test_without_a_dispatcher_it_says_where_numbers_are(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.stop(lobby.dispatcher)
            lobby.wait_to_show("that it is offline")
            lobby.touch_first_service()
            lobby.start_dispatcher()
            lobby.wait_to_show("the start")
            self.assertEqual(lobby.issued(), 0)

    def test_without_a_broker_it_says_where_numbers_are(self):
        with Lobby() as lobby:
            lobby.start_kiosk()
            lobby.kill(lobby.broker)
            lobby.wait_to_show("that it is offline")
            lobby.broker = lobby.start_broker()
            lobby.wait_to_show("the start")

    def test_the_chosen_language_and_priority_go_back_by_themselves(self):
        with Lobby() as lobby:
            lobby.start_kiosk(settings=lobby.with_printer("return_after: 3s\nnumber_stays: 3s\n"))
            lobby.touch(0.25, 0.92)
            settle()
            lobby.touch_first_service()
            lobby.wait_to_show("the number")
            lobby.wait_to_show("the start")
            self.assertIn('"class":"priority"', lobby.ctl("events", "--json").out)

    def test_stops_as_a_service_is_stopped(self):
        with Lobby() as lobby:
            process = lobby.start_kiosk()
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(20), 0)
            lobby.running.remove(process)


if __name__ == "__main__":
    unittest.main()
