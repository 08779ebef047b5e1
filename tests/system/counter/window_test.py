#!/usr/bin/env python3
"""The officer's window, used with the keyboard only, then with the mouse only, at a real broker and dispatcher."""

import json
import time
import unittest

from desk import Desk, wait_until

APART_S = 0.8  # presses of one key that follow each other sooner are one

# Where the buttons are in a window of 420 by 560.
ROWS = {"7": (75, 394), "8": (200, 394), "9": (330, 394), "4": (75, 438), "5": (200, 438), "6": (330, 438), "1": (75, 484),
        "2": (200, 484), "3": (330, 484), "0": (110, 528), "minus": (310, 528), "Return": (210, 340)}
# And those of the letters, where a name is asked for; < takes the last one away.
LETTERS = {**{letter: (30 + 40 * place, 399) for place, letter in enumerate("QWERTYUIOP")},
           **{letter: (50 + 40 * place, 441) for place, letter in enumerate("ASDFGHJKL")},
           **{letter: (30 + 40 * place, 483) for place, letter in enumerate("ZXCVBNM.<")}, " ": (178, 528)}
OPEN = (342, 528)


class OfficersWindow(unittest.TestCase):
    def visit(self, press, choose):
        with Desk() as desk:
            for _ in range(4):
                desk.issue("cs")
            window = desk.window(1)

            def state():
                return desk.state()["counters"]["1"]

            def does(key, what):
                press(window, key)
                wait_until(what, f"what {key} does; the frames were {window.frames()[-4:]}")

            def chooses(key, place, what):
                press(window, key)
                window.wait_for("list")
                time.sleep(APART_S)
                choose(window, place)
                wait_until(what, f"what is chosen after {key}")

            does("0", lambda: state()["state"] == "open")
            does("Return", lambda: desk.current(1) == "A001")
            first_call = state()["ticket"]["call"]
            does("1", lambda: state()["ticket"]["call"] == first_call + 1)
            does("4", lambda: desk.current(1) == "A002" and state()["no_show"] == ["A001"])
            does("2", lambda: state()["ticket"]["state"] == "serving")
            does("5", lambda: desk.current(1) is None and state()["held"] == ["A002"])
            chooses("7", 1, lambda: desk.current(1) == "A002")
            does("3", lambda: desk.current(1) is None)
            does("minus", lambda: desk.current(1) == "A002")
            chooses("6", 2, lambda: desk.current(1) is None and desk.state()["queues"]["interview"]["waiting"] == 1)
            does("9", lambda: state()["state"] == "paused")
            time.sleep(APART_S)
            does("9", lambda: state()["state"] == "open")
            does("0", lambda: state()["state"] == "closed")
            self.assertNotIn("offline", "".join(window.frames()))
            self.assertEqual(window.close(), 0)

    def test_keyboard_only(self):
        self.visit(lambda window, key: window.key(key), lambda window, place: window.key(str(place)))

    def test_number_pad_only(self):
        pad = {"Return": "KP_Enter", "minus": "KP_Subtract"}
        self.visit(lambda window, key: window.key(pad.get(key, f"KP_{key}")), lambda window, place: window.key(f"KP_{place}"))

    def test_number_pad_without_num_lock(self):
        with Desk() as desk:
            desk.issue("cs")
            window = desk.window(1)
            for key, what in (("KP_Insert", lambda: desk.state()["counters"]["1"]["state"] == "open"),
                              ("KP_Enter", lambda: desk.current(1) == "A001"),
                              ("KP_Down", lambda: desk.state()["counters"]["1"]["ticket"]["state"] == "serving")):
                window.key(key)
                wait_until(what, f"what {key} does")

    def test_mouse_only(self):
        self.visit(lambda window, key: window.click(*ROWS[key]), lambda window, place: window.click(100, 317 + 41 * place))

    def test_transfers_to_a_counter_by_its_number_but_not_to_a_closed_one(self):
        with Desk() as desk:
            desk.issue("cs")
            desk.counter(2, "open")
            window = desk.window(1)
            window.key("0")
            wait_until(lambda: desk.state()["counters"]["1"]["state"] == "open", "the opening")
            window.key("Return")
            wait_until(lambda: desk.current(1) == "A001", "the call")

            def chooses(counter):
                if not window.shows("list"):
                    window.key("KP_6")
                    window.wait_for("list")
                    window.key("KP_Add")
                    time.sleep(APART_S)
                window.key(f"KP_{counter}")

            chooses(4)
            window.wait_for("trouble")
            self.assertEqual(desk.current(1), "A001")
            chooses(2)
            wait_until(lambda: desk.current(1) is None, "the transfer")
            state = desk.state()
            self.assertEqual((state["counters"]["2"]["waiting"], state["queues"]["cs"]["waiting"]), (1, 0))

    def test_two_windows_at_one_counter_both_show_the_truth(self):
        with Desk() as desk:
            for _ in range(3):
                desk.issue("cs")
            one = desk.window(1)
            other = desk.window(1)
            one.do("windowfocus", "--sync", one.id)
            one.key("0")
            wait_until(lambda: desk.state()["counters"]["1"]["state"] == "open", "the opening")
            frames = len(other.frames())
            one.key("Return")
            one.wait_for("done")
            self.assertEqual(desk.current(1), "A001")
            wait_until(lambda: len(other.frames()) > frames, "the other window to show it")
            time.sleep(1)  # as long as it takes to see that something has changed; sooner it would be refused
            other.do("windowfocus", "--sync", other.id)
            other.key("Return")
            wait_until(lambda: desk.current(1) == "A002", "the other window's call")
            self.assertEqual(desk.state()["counters"]["1"]["waiting"], 1)
            one.close()
            wait_until(lambda: desk.state()["devices"]["counter-1"]["state"] == "online", "the other window to be there all the same")
            other.close()
            wait_until(lambda: desk.state()["devices"]["counter-1"]["state"] == "offline", "the last one to be gone")

    def test_opens_under_a_name_that_is_typed_and_tells_how_it_is(self):
        with Desk() as desk:
            config = desk.folder / "counter.yaml"
            config.write_text("officers: ask\nsize: 840x1120\n", encoding="utf-8")
            window = desk.window(1, "--config", config)
            window.key("0")
            window.wait_for("question")
            window.do("type", "Siti R. 2")
            window.key("BackSpace", "BackSpace", "Return")
            wait_until(lambda: desk.state()["counters"]["1"]["officer"] == "Siti R.", "the opening")
            health = json.loads(desk.heard("device/counter-1/health", patience_s=20)[0])
            self.assertEqual(health["screen"], "840x1120")
            self.assertGreater(health["frames"], 0)
            self.assertIn("counter-1", desk.ctl("device", "list", "--json", "--root", desk.folder).out)

    def test_opens_under_a_name_that_is_clicked(self):
        with Desk() as desk:
            config = desk.folder / "counter.yaml"
            config.write_text("officers: ask\n", encoding="utf-8")
            window = desk.window(1, "--config", config)
            window.click(*ROWS["0"])
            window.wait_for("question")
            time.sleep(APART_S)
            for letter in "SARIXX< B":
                window.click(*LETTERS[letter])
            window.click(*LETTERS["<"])
            window.click(*LETTERS["<"])
            window.click(*LETTERS["<"])
            window.click(*OPEN)
            wait_until(lambda: desk.state()["counters"]["1"]["officer"] == "Sari", "the opening")

    def test_waits_for_a_broker_and_for_the_only_office(self):
        with Desk() as desk:
            desk.kill(desk.dispatcher)
            desk.kill(desk.broker)
            window = desk.window(1, site=None, wait=False)
            window.wait_for("offline")
            window.key("Return")  # is asked of nobody, now or later
            desk.broker = desk.start_broker()
            wait_until(lambda: "knows of no office yet" in window.log(), "the broker")
            desk.start_dispatcher()
            window.wait_until_ready()
            window.key("0")
            wait_until(lambda: desk.state()["counters"]["1"]["state"] == "open", "the opening")
            self.assertNotIn("asking for next", window.log())

    def test_says_which_offices_there_are_where_there_are_several(self):
        with Desk() as desk:
            desk.retain("panggil/v1/batam/office", json.dumps({**json.loads(desk.heard("office")[0]), "site": "batam"}))
            window = desk.window(1, site=None, wait=False)
            wait_until(lambda: "several offices at this broker" in window.log(), "the offices")
            window.wait_for("offline")

    def test_a_wrong_counter_says_which_there_are(self):
        with Desk() as desk:
            window = desk.window(99, wait=False)
            window.wait_for("offline")
            window.key("Return")
            self.assertNotIn("asking", window.log())


if __name__ == "__main__":
    unittest.main(verbosity=2)
