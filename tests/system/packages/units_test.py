"""What systemd itself says of how much the units that are shipped may do: 0 nothing, 10 everything."""

import re
import subprocess
import tempfile
import unittest
from pathlib import Path

SYSTEMD = Path(__file__).parents[3] / "systemd"
DEBIANS_BROKER = Path("/lib/systemd/system/mosquitto.service")


def exposure(unit):
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)], capture_output=True, text=True,
                          check=True)
    return float(re.search(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout).group(1))


class Units(unittest.TestCase):
    def test_the_dispatcher_may_do_little(self):
        for unit in ("panggil-dispatcher.service", "panggil-backup.service"):
            self.assertLessEqual(exposure(SYSTEMD / unit), 1.5, unit)

    def test_a_display_may_do_little_but_draw(self):
        for unit in ("panggil-display.service", "panggil-display-cage.service"):
            self.assertLessEqual(exposure(SYSTEMD / unit), 3.0, unit)

    def test_a_number_pad_may_do_little_but_be_read(self):
        self.assertLessEqual(exposure(SYSTEMD / "panggil-counter-keypad.service"), 2.0)

    def test_debians_broker_is_hardened(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = Path(folder) / "mosquitto.service"
            shipped = DEBIANS_BROKER.read_text(encoding="utf-8")
            unit.write_text(shipped, encoding="utf-8")
            self.assertGreater(exposure(unit), 5)
            hardened = (SYSTEMD / "mosquitto.service.d" / "panggil.conf").read_text(encoding="utf-8")
            unit.write_text(shipped + hardened, encoding="utf-8")
            self.assertLessEqual(exposure(unit), 1.5)


if __name__ == "__main__":
    unittest.main()
