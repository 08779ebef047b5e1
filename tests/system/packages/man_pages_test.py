"""The manual page of each program has the flags and actions that its --help has, and no others."""

import os
import re
import subprocess
import unittest
from pathlib import Path

SOURCE = Path(__file__).parents[3]
BIN = Path(os.environ["PANGGIL_BIN"])


def told(program, *words):
    done = subprocess.run([str(BIN / program), *words, "--help"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    return done.stdout


def part(text, name):
    """The lines of a part of a --help, such as Options."""
    found = re.search(rf"^{name}:\n(.*?)(?:\n\n|\Z)", text, re.M | re.S)
    return found.group(1).splitlines() if found else []


def flags(text):
    heads = [line for line in part(text, "Options") if line.startswith("  -")]
    return {flag for line in heads for flag in re.match(r"  (\S+)", line).group(1).split(",") if flag.startswith("--")}


def actions(text):
    return {re.match(r"  (\S+)", line).group(1) for line in part(text, "Subcommands") if re.match(r"  \S", line)}


def page(program):
    file, = (SOURCE / "docs" / "man").glob(f"{program}.[0-9].scd")
    return file.read_text(encoding="utf-8").replace("\\", "")


class ManPages(unittest.TestCase):
    def test_each_page_has_what_help_has(self):
        for program in ("panggil-dispatcher", "panggil-display", "panggil-counter", "panggil-kiosk", "panggil-ctl"):
            text, help_text = page(program), told(program)
            known = flags(help_text)
            for action in actions(help_text):
                of_action = told(program, action)
                known |= flags(of_action).union(*(flags(told(program, action, under)) for under in actions(of_action)))
            explained = set(re.findall(r"^(?:\*-\w\*, )?\*(--[a-z-]+)\*", text, re.M))
            self.assertEqual(explained, known, program)
            self.assertEqual(set(re.findall(r"^## (\S+)", text, re.M)), actions(help_text), program)
            self.assertGreaterEqual(len(known), 9, program)


if __name__ == "__main__":
    unittest.main()
