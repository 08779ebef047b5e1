"""An office with a display on a virtual screen."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clients"))

from trial_office import BIN, TrialOffice  # noqa: E402

DISPLAY = "display-hall-1"
PATIENCE_S = 120


class Television(TrialOffice):
    def __init__(self, *words):
        super().__init__(*words)
        self.display = None

    def start_display(self, settings="voice: {speaks: false}\n", uri=None):
        """On a screen of its own; as soon as it runs, which is long before it is there."""
        reading, writing = os.pipe()
        with open(self.folder / "xvfb.log", "ab") as log:
            server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"],
                                      pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.running.append(server)
        os.close(writing)
        with os.fdopen(reading) as said:
            screen = f":{said.readline().strip()}"
        config = self.folder / "display.yaml"
        config.write_text(settings, encoding="utf-8")
        site = self.way[self.way.index("--site") + 1]
        with open(self.folder / "display.log", "ab") as log:
            self.display = subprocess.Popen([str(BIN / "panggil-display"), "--config", str(config), "--broker", uri or self.uri, "--site", site,
                                             "--area", "hall", "--size", "1280x720", "--log-level", "debug"], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, env=dict(os.environ, DISPLAY=screen, HOME=str(self.folder)))
        self.running.append(self.display)

    def log(self):
        return (self.folder / "display.log").read_text(encoding="utf-8", errors="replace")
