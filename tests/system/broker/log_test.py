"""The broker's log as the journal gets it: what was refused stands out, and nobody can fill the disk with it."""

import subprocess
import unittest

from guarded_office import SHIPPED


def passed(lines, *words):
    done = subprocess.run([SHIPPED / "broker-log", *words], input="".join(f"{line}\n" for line in lines), capture_output=True, text=True,
                          check=True)
    return done.stdout.splitlines()


def refused(second, name, topic="panggil/v1/cirebon/cmd/counter-2/open", retained=0):
    return f"{second}: Denied PUBLISH from {name} (d0, q1, r{retained}, m7, '{topic}', ... (15 bytes))"


class Log(unittest.TestCase):
    def test_what_was_refused_is_a_warning_and_traffic_is_not_told(self):
        self.assertEqual(passed(["1795863492: mosquitto version 2.0.11 running", "1795863493: No will message specified.",
                                 "1795863493: Received PUBLISH from counter-1 (d0, q1, r0, m1, 'a', ... (2 bytes))",
                                 "1795863493: Sending PUBACK to counter-1 (m1, rc0)", "1795863493: \t# (QoS 0)",
                                 refused(1795863494, "counter-1", "$SYS/x", 1), "1795863495: Client counter-1 disconnected.",
                                 "1795863495: Error: Out of memory."]),
                         ["mosquitto version 2.0.11 running", "<4>refused: counter-1 may not publish retained on $SYS/x",
                          "Client counter-1 disconnected.", "<3>Error: Out of memory."])

    def test_what_is_no_fault_is_no_warning_and_a_bad_certificate_is_one(self):
        self.assertEqual(passed(["1: Warning: ACL pattern 'panggil/v1/+/beat' does not contain '%c' or '%u'.",
                                 "1: OpenSSL Error[0]: error:0A000126:SSL routines::unexpected eof while reading",
                                 "1: OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed"]),
                         ["Warning: ACL pattern 'panggil/v1/+/beat' does not contain '%c' or '%u'.",
                          "OpenSSL Error[0]: error:0A000126:SSL routines::unexpected eof while reading",
                          "<4>OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed"])

    def test_a_device_that_tries_without_end_is_told_so_often_in_a_minute_and_counted(self):
        said = passed([refused(60, "counter-1")] * 1000 + [refused(61, "kiosk-1"), refused(120, "counter-1")], "3")
        line = "<4>refused: {} may not publish on panggil/v1/cirebon/cmd/counter-2/open"
        self.assertEqual(said, [line.format("counter-1")] * 3 + [line.format("kiosk-1"), "<4>refused: counter-1, 997 more in that minute",
                                                                 line.format("counter-1")])

    def test_a_topic_that_is_too_long_for_a_line_is_told_and_counted_like_others(self):
        cut = refused(60, "counter-1", topic=2000 * "x")[:1000]
        self.assertEqual(passed([cut] * 5, "2"), ["<4>refused: counter-1 may not publish on " + 200 * "x"] * 2
                         + ["<4>refused: counter-1, 3 more in that minute"])

    def test_a_topic_that_looks_like_a_line_of_the_log_is_none(self):
        self.assertEqual(passed(["1: Received PUBLISH from counter-1 (d0, q1, r0, m1, 'Denied PUBLISH from kiosk-1 (', ... (2 bytes))"]), [])


if __name__ == "__main__":
    unittest.main()
