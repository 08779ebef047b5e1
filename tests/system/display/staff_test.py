"""What staff do with a display from their own machine: panggil-ctl display and panggil-ctl content, with a real web server."""

import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from television import DISPLAY, PATIENCE_S, Television  # noqa: E402
from trial_office import free_port, wait_until  # noqa: E402

CLIPS = Path(__file__).parent / "clips"


class Hall(Television):
    """`with Hall() as hall:` has a display, and a web server of the folder `posters`."""

    def __enter__(self):
        super().__enter__()
        try:
            self.posters = self.folder / "posters"
            self.posters.mkdir()
            shutil.copy(CLIPS / "green.mp4", self.posters)
            self.web = free_port()
            self.url = f"http://127.0.0.1:{self.web}/"
            self.start_display("voice: {speaks: false}\nlayout: signage\n")
            wait_until(lambda: "connected to the broker" in self.log(), "the display", PATIENCE_S)
        except BaseException:
            self.__exit__()
            raise
        return self

    def start_web(self):
        return self.start("web.log", "/usr/bin/python3", "-m", "http.server", "--bind", "127.0.0.1", str(self.web), "-d", self.posters)

    def push(self, *words):
        return self.ctl("content", "push", self.posters, "--url", self.url, DISPLAY, *words)

    def health(self):
        return json.loads(self.heard(f"device/{DISPLAY}/health", patience_s=15)[-1])


class Staff(unittest.TestCase):
    def test_fetch_a_picture_and_switch_the_screen(self):
        with Hall() as hall:
            file = hall.folder / "now.png"
            taken = hall.ctl("display", "screenshot", DISPLAY, file)
            self.assertEqual(taken.code, 0, taken.err + hall.log())
            data = file.read_bytes()
            self.assertTrue(data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82"))
            self.assertEqual(int.from_bytes(data[16:20], "big"), 1280)
            nowhere = hall.ctl("display", "screenshot", DISPLAY, hall.folder / "no" / "now.png")
            self.assertEqual(nowhere.code, 1)
            self.assertIn("could not be written", nowhere.err)
            off = hall.ctl("display", "power", DISPLAY, "off")
            self.assertEqual(off.code, 0, off.err)
            self.assertIn("the screen is off (", off.out)
            on = hall.ctl("display", "power", DISPLAY, "hours")
            self.assertIn("the screen is on", on.out)

    def test_are_told_of_a_display_that_is_not_there(self):
        with Hall() as hall:
            self.assertEqual(hall.ctl("display", "power", "display-no-1", "on").code, 3)
            away = hall.ctl("content", "push", hall.posters, "--url", hall.url, "display-no-1")
            self.assertEqual(away.code, 0)
            self.assertIn("display-no-1 is not there; it fetches it once it is", away.out)
            self.assertEqual(hall.ctl("display", "power", "No Name", "on").code, 1)

    def test_push_pictures_and_take_them_back(self):
        with Hall() as hall:
            hall.start_web()
            pushed = hall.push()
            self.assertEqual(pushed.code, 0, pushed.err + hall.log())
            self.assertIn(f"{DISPLAY} plays it", pushed.out)
            wait_until(lambda: hall.health().get("media") == "1 item", "the video to be taken", PATIENCE_S)
            kept = list((hall.folder / ".local/state/panggil/content" / DISPLAY).iterdir())
            self.assertIn("now", [path.name for path in kept])
            withdrawn = hall.ctl("content", "withdraw", DISPLAY)
            self.assertEqual(withdrawn.code, 0, withdrawn.err)
            wait_until(lambda: "media" not in hall.health(), "it to go", PATIENCE_S)

    def test_are_told_what_is_in_the_way(self):
        with Hall() as hall:
            pushed = hall.push("--wait", "4")
            self.assertEqual(pushed.code, 3, pushed.out)
            self.assertIn("goes on trying", pushed.err)
            web = hall.start_web()
            wait_until(lambda: hall.health().get("content", {}).get("state") == "complete", "it to be fetched", PATIENCE_S)
            hall.kill(web)
            # What the list says is not what is there any more.
            (hall.posters / "green.mp4").write_bytes(b"x" * 1000)
            hall.ctl("content", "manifest", hall.posters)
            (hall.posters / "green.mp4").write_bytes(b"y" * 1000)
            hall.start_web()
            subprocess.run(["mosquitto_pub", "-p", str(hall.port), "-r", "-t", f"panggil/v1/cirebon/device/{DISPLAY}/content", "-m",
                            json.dumps({"manifest": hall.url + "manifest.json", "sha256": self.sum_of(hall.posters / "manifest.json")})],
                           check=True)
            wait_until(lambda: hall.health().get("content", {}).get("state") == "refused", "it to be refused", PATIENCE_S)
            health = hall.health()
            self.assertEqual(health["content"]["detail"], "green.mp4 is not what the manifest says")
            self.assertEqual(health["media"], "1 item", "the old one goes on")

    def sum_of(self, file):
        return subprocess.run(["sha256sum", file], capture_output=True, text=True, check=True).stdout.split()[0]


if __name__ == "__main__":
    unittest.main()
