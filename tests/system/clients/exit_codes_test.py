#!/usr/bin/env python3
"""Each way in which a command line ends has its exit code, and says what to do."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest
from unittest import mock

from trial_office import BIN, SITE, SOURCE, TrialOffice, free_port, run

OFFICE = SOURCE / "config" / "offices" / SITE


class TrialFile:
    def __init__(self, text):
        self.text = text

    def __enter__(self):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".yaml")
        self.file.write(self.text)
        self.file.flush()
        return self.file.name

    def __exit__(self, *_):
        self.file.close()


class Usage(unittest.TestCase):
    """Nothing of this needs a broker."""

    def bad(self, *words):
        ended = run(*words)
        self.assertEqual((ended.code, ended.out), (2, ""), ended)
        self.assertLess(ended.seconds, 2, "it went to look for a broker")
        return ended.err

    def test_an_action_is_needed_or_a_screen_for_a_window(self):
        with mock.patch.dict(os.environ):
            os.environ.pop("DISPLAY", None)
            for program, words in (("panggil-counter", ["--counter", "3"]), ("panggil-kiosk", [])):
                ended = run(program, *words)
                self.assertEqual((ended.code, ended.out), (4, ""), ended)
                self.assertIn("DISPLAY", ended.err)
        self.assertIn("status", self.bad("panggil-ctl"))

    def test_a_counter_is_needed(self):
        self.assertIn("--counter ID", self.bad("panggil-counter", "next"))

    def test_blank_and_wrong_settings_are_told_in_both_languages(self):
        with TrialFile("") as blank, TrialFile("keypad: {device: x}\nofficers: Siti\nsize: 10x10\n") as wrong:
            for language, which_counter, which_pad in (("id", "Loket mana", "Keypad yang mana"), ("en", "Which counter", "Which number pad")):
                speaking = ("--language", language, "--config")
                self.assertIn(which_counter, self.bad("panggil-counter", *speaking, blank))
                self.assertIn(which_pad, self.bad("panggil-counter", *speaking, blank, "--counter", "1", "--keypad"))
            said = self.bad("panggil-counter", "--config", wrong, "--counter", "1")
            self.assertRegex(said, r":2:11: a list of names .* or the word ask\n.*:3:7: .*300x400")
            said = self.bad("panggil-counter", "--language", "id", "--config", wrong, "--counter", "1")
            self.assertRegex(said, r":2:11: di sini seharusnya daftar nama.* kata ask\n.*:3:7: .*300x400")
            self.assertEqual(run("panggil-kiosk", "--config", blank, "--check").code, 0)  # it needs nothing
        with TrialFile("language: id\nbroker: [x\n") as broken:
            self.assertRegex(self.bad("panggil-ctl", "--config", broken, "status"), r":2:9: daftar dalam kurung siku")

    def test_wrong_words_are_told(self):
        self.assertIn("A017", self.bad("panggil-counter", "--counter", "3", "call", "17"))
        self.assertIn("--jsn", self.bad("panggil-counter", "--counter", "3", "next", "--jsn"))
        self.assertIn("A017 3", self.bad("panggil-display", "--say", "A017"))
        self.assertIn("ticket-called", self.bad("panggil-ctl", "events", "--kind", "ticket-caled"))
        self.assertIn("1 to 65535", self.bad("panggil-ctl", "--broker", "tcp://localhost:18833333", "status"))
        self.assertIn("tcp://", self.bad("panggil-kiosk", "--broker", "localhost", "issue", "cs"))
        self.assertIn("--site", self.bad("panggil-ctl", "--site", "Kantor Imigrasi", "status"))
        self.assertIn("tidak dikenal di sini: --jsn", self.bad("panggil-counter", "--language", "id", "next", "--jsn"))
        self.assertIn("nomor tiket", self.bad("panggil-counter", "--language=id", "--counter", "3", "call", "17"))

    def test_a_place_that_cannot_be_looked_at_is_told_in_ones_language(self):
        with tempfile.TemporaryDirectory() as folder:
            loop = os.path.join(folder, "loop")
            os.symlink("loop", loop)  # root is not let in there either
            for language, told in (("id", "tidak dapat diperiksa"), ("en", "cannot be looked at")):
                for words in (("backup", loop), ("device", "init", "localhost", "--root", loop, "--site", "west"),
                              ("device", "init", "localhost", "--root", folder, "--office", loop)):
                    ended = run("panggil-ctl", "--language", language, *words)
                    self.assertEqual((ended.code, ended.out), (1, ""), ended)
                    self.assertRegex(ended.err, rf"^panggil-ctl: {loop}[^ ]* {told}: ")
                for words, told_of in ((("device", "add", "counter-1", "--root", loop), "root"), (("doctor", "--root", loop), "display.yaml"),
                                       (("join", "--root", loop, os.path.join(folder, "no.panggil")), "no.panggil")):
                    ended = run("panggil-ctl", "--language", language, *words)
                    self.assertEqual(ended.code, 1, ended)
                    self.assertNotIn("filesystem error", ended.err)
                    self.assertIn(told_of, ended.out + ended.err)

    def test_what_goes_wrong_later_is_told_in_ones_language_as_well(self):
        def told(code, *words):
            ended = run(words[0], "--language", "id", *words[1:])
            self.assertEqual((ended.code, ended.out), (code, ""), ended)
            return ended.err

        uri = f"tcp://127.0.0.1:{free_port()}"
        with mock.patch.dict(os.environ):
            os.environ.pop("DISPLAY", None)
            self.assertIn("tidak ada layar untuk menggambar", told(4, "panggil-kiosk"))
        self.assertIn("tidak dapat dibaca; apakah ada", told(1, "panggil-ctl", "join", "/nowhere"))
        self.assertIn("tidak ada otoritas", told(1, "panggil-ctl", "device", "add", "counter-3", "--root", "/nowhere"))
        self.assertIn("di sini tidak ada direktori keadaan", told(1, "panggil-dispatcher", "--office", OFFICE, "--state", "/dev/null"))
        self.assertIn("tidak ada sambungan ke broker", told(4, "panggil-simulate", "--office", OFFICE, "--broker", uri))

    def test_a_wrong_file_is_told_with_its_line(self):
        with TrialFile("broker: tcp://127.0.0.1:1883\ncountr: 3\n") as file:
            self.assertRegex(self.bad("panggil-counter", "--config", file, "next"), r":2:1: .*countr.*counter")

    def test_who_may_not_read_what_says_who_the_machine_is_hears_of_the_group(self):
        def refused(*before):
            ended = subprocess.run([*before, BIN / "panggil-counter", "--language", "en", "--config", file, "--counter", "3", "next"],
                                   capture_output=True, text=True, timeout=20)
            self.assertEqual(ended.returncode, 2, ended)
            return ended.stderr

        with (tempfile.NamedTemporaryFile() as secret, tempfile.NamedTemporaryFile("w") as groups,
              TrialFile(f"broker: tcp://127.0.0.1:1\npassword_file: {secret.name}\n") as file):
            os.chmod(secret.name, 0o040)
            if os.geteuid() != 0:
                self.assertIn("Permission denied", refused())
                return
            without = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")  # root reads everything, but for that
            self.assertIn("Permission denied", refused(*without))
            # A machine that has the group.
            groups.write(f"root:x:0:\npanggil:x:{os.stat(secret.name).st_gid + 54321}:\n")
            groups.flush()
            os.chown(secret.name, 0, os.stat(secret.name).st_gid + 54321)
            there = ("unshare", "--mount", "sh", "-ec", 'mount --bind "$0" /etc/group; exec "$@"', groups.name, *without)
            self.assertIn("adduser PERSON panggil", refused(*there))

    def test_check_help_and_version_are_done(self):
        for program, words in (("panggil-counter", ["--counter", "3"]), ("panggil-kiosk", []), ("panggil-ctl", [])):
            self.assertEqual(run(program, *words, "--check").code, 0)
            self.assertIn("Examples:", run(program, "--help").out)
            self.assertRegex(run(program, "--version").out, rf"{program} \d+\.\d+\.\d+")


class Refused(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = TrialOffice().__enter__()
        cls.addClassCleanup(cls.office.__exit__)

    def refused(self, ended, code):
        self.assertEqual((ended.code, ended.out), (1, ""), ended)
        self.assertIn(f": {code}: ", ended.err)
        return ended.err

    def test_a_service_that_is_not_there_is_followed_by_those_that_are(self):
        self.assertIn("cs (Customer service), interview", self.refused(self.office.kiosk("issue", "css"), "unknown_service"))

    def test_a_counter_that_is_not_there_is_followed_by_those_that_are(self):
        self.assertIn("1, 2, 3", self.refused(self.office.counter(99, "next"), "unknown_counter"))

    def test_a_closed_service_with_the_day_on_which_it_opens(self):
        # In words of one's own, and in those of the dispatcher, which speaks the office's first language.
        for language, when in (("en", "Saturday 28 November at 08:00"), ("id", "Sabtu 28 November pukul 08.00")):
            self.assertIn(when, self.refused(self.office.kiosk("--language", language, "issue", "emergency"), "service_closed"))

    def test_a_class_that_is_not_there(self):
        self.assertIn("regular, priority", self.refused(self.office.kiosk("issue", "cs", "--class", "vip"), "bad_request"))

    def test_who_may_not(self):
        self.refused(self.office.counter(1, "--name", "display-hall-1", "next"), "forbidden")
        self.refused(self.office.counter(1, "--name", "counter-2", "next"), "forbidden")


class NobodyThere(unittest.TestCase):
    def nobody(self, ended, what):
        self.assertEqual((ended.code, ended.out), (4, ""), ended)
        self.assertIn("Nothing was sent: ", ended.err)
        self.assertIn(what, ended.err)

    def test_no_broker(self):
        uri = f"tcp://127.0.0.1:{free_port()}"
        for site in ([], ["--site", "cirebon"]):
            ended = run("panggil-counter", "--broker", uri, *site, "--counter", "3", "next")
            self.nobody(ended, uri)
            self.assertLess(ended.seconds, 5)

    def test_a_broker_without_an_office(self):
        with TrialOffice() as office:
            ended = run("panggil-kiosk", "--broker", office.uri, "--site", "elsewhere", "issue", "cs")
            self.nobody(ended, "nothing is heard of the dispatcher of elsewhere")
            office.kill(office.dispatcher)
            office.kill(office.broker)
            office.start_broker()
            self.nobody(run("panggil-kiosk", "--broker", office.uri, "issue", "cs"), "knows of no office")

    def test_a_dispatcher_that_was_stopped(self):
        with TrialOffice() as office:
            office.stop(office.dispatcher)
            ended = office.kiosk("issue", "cs")
            self.nobody(ended, "dispatcher of cirebon is not running")
            self.assertLess(ended.seconds, 2.5)

    def test_a_dispatcher_that_hangs(self):
        with TrialOffice() as office:
            office.freeze_dispatcher()
            ended = office.kiosk("issue", "cs")
            self.nobody(ended, "nothing is heard")
            self.assertLess(ended.seconds, 5)


class NoAnswer(unittest.TestCase):
    def test_is_unknown_after_eight_seconds_and_never_happens_later(self):
        with TrialOffice() as office:
            office.issue()
            office.counter(1, "open")
            beat = office.heard("beat")[0]
            office.freeze_dispatcher()
            stop_beats = office.beats_again(beat)
            ended = office.counter(1, "next")
            stop_beats()
            self.assertEqual((ended.code, ended.out), (3, ""), ended)
            self.assertIn("may or may not have been done", ended.err)
            self.assertGreater(ended.seconds, 8)
            self.assertLess(ended.seconds, 10)
            office.thaw_dispatcher()
            self.assertEqual(json.loads(office.heard("beat")[0])["epoch"], json.loads(beat)["epoch"])
            self.assertIsNone(office.current(1), "a press that was given up fired later")

    def test_interrupted_before_anything_was_sent(self):
        with TrialOffice() as office:
            office.freeze_dispatcher()
            waiting = subprocess.Popen([BIN / "panggil-kiosk", *office.way, "issue", "cs"], stderr=subprocess.PIPE, text=True)
            time.sleep(0.5)
            waiting.send_signal(signal.SIGINT)
            self.assertIn("Interrupted before anything was sent", waiting.communicate(timeout=5)[1])
            self.assertEqual(waiting.returncode, 4)

    def test_interrupted_after_a_display_was_told_something(self):
        with TrialOffice() as office:
            listening = subprocess.Popen(["stdbuf", "-oL", "mosquitto_sub", "-d", "-h", "127.0.0.1", "-p", str(office.port), "-C", "1", "-t",
                                          "panggil/v1/cirebon/device/display-hall-1/order"], stdout=subprocess.PIPE, text=True)
            self.addCleanup(listening.stdout.close)
            while "SUBACK" not in listening.stdout.readline():
                pass
            waiting = subprocess.Popen([BIN / "panggil-ctl", *office.way, "display", "power", "display-hall-1", "off"],
                                       stderr=subprocess.PIPE, text=True)
            self.assertEqual(listening.wait(15), 0)
            waiting.send_signal(signal.SIGINT)
            said = waiting.communicate(timeout=5)[1]
            self.assertIn("Interrupted before display-hall-1 had answered", said)
            self.assertEqual(waiting.returncode, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
