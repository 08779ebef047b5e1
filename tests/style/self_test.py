#!/usr/bin/env python3
"""check.py finds what it should: small trees with one offence each, and the line and words it must be told by."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check

# Files that the samples below include.
PRESENT = {
    "common/base/ids.hpp": "#pragma once\n",
    "common/base/clock.hpp": "#pragma once\n",
    "common/protocol/messages.hpp": '#pragma once\n#include "common/base/ids.hpp"\n',
    "common/protocol/codec.hpp": "#pragma once\n",
    "dispatcher/core/state.hpp": "#pragma once\n",
    "dispatcher/gateway.hpp": "#pragma once\n",
    "dispatcher/engine.hpp": "#pragma once\n",
    "dispatcher/app.hpp": "#pragma once\n",
    "dispatcher/journal/journal.hpp": "#pragma once\n",
    "kiosk/app.hpp": "#pragma once\n",
    "display/model/screen.hpp": "#pragma once\n",
    "display/view/painter.hpp": "#pragma once\n",
}

# (file, content, line, a part of what must be said)
OFFENCES = (
    ("dispatcher/core/a.cpp", '#include "common/protocol/messages.hpp"\n', 1, "dispatcher/core/* sees common/base/ids"),
    ("dispatcher/core/a.cpp", '\n#include "common/base/clock.hpp"\n', 2, "may not be included here"),
    ("dispatcher/core/a.cpp", "#include <thread>\n", 1, "pure folder"),
    ("dispatcher/core/a.cpp", "#include <sys/stat.h>\n", 1, "pure folder"),
    ("dispatcher/core/a.cpp", "auto now = std::chrono::steady_clock::now();\n", 1, "take `now` as an argument"),
    ("dispatcher/journal/a.cpp", '#include "dispatcher/gateway.hpp"\n', 1, "may not be included here"),
    ("dispatcher/gateway.cpp", '#include "dispatcher/journal/journal.hpp"\n', 1, "may not be included here"),
    ("dispatcher/engine.cpp", '#include "dispatcher/app.hpp"\n', 1, "may not be included here"),
    ("common/protocol/a.cpp", '#include "dispatcher/core/state.hpp"\n', 1, "may not be included here"),
    ("ctl/a.cpp", '#include "kiosk/app.hpp"\n', 1, "may not be included here"),
    ("display/model/a.cpp", '#include "display/view/painter.hpp"\n', 1, "may not be included here"),
    ("display/model/a.cpp", '#include "common/protocol/codec.hpp"\n', 1, "may not be included here"),
    ("kiosk/a.cpp", '#include "app.hpp"\n', 1, "spelled from the root"),
    ("elsewhere/a.cpp", "int a;\n", 1, "outside the folders"),
    ("common/protocol/topics.cpp", "#include <nlohmann/json.hpp>\n", 1, "common/protocol/codec.cpp"),
    ("common/session/a.cpp", "#include <mqtt/async_client.h>\n", 1, "common/mqtt/paho_*"),
    ("kiosk/a.cpp", "#include <yaml-cpp/yaml.h>\n", 1, "yaml_reader.cpp"),
    ("dispatcher/app.cpp", "#include <sqlite3.h>\n", 1, "dispatcher/journal"),
    ("display/model/a.cpp", "#include <SFML/Graphics.hpp>\n", 1, "common/drawing"),
    ("ctl/a.cpp", "#include <gtest/gtest.h>\n", 1, "tests"),
    ("ctl/a.cpp", "auto now = std::chrono::system_clock::now();\n", 1, "wall clock"),
    ("tests/unit/a.cpp", "auto now = std::chrono::system_clock::now();\n", 1, "wall clock"),
    ("ctl/a.cpp", 'auto topic = "panggil/v1/cirebon/status";\n', 1, "made by common/protocol/topics.hpp"),
    ("ctl/a.cpp", '// fine\nauto topic = root + "/cmd/" + name;\n', 2, "made by common/protocol/topics.hpp"),
    ("ctl/a.cpp", 'auto filter = root + "/board/+";\n', 1, "made by common/protocol/topics.hpp"),
    ("ctl/a.cpp", "class QueueManager {};\n", 1, "QueueManager"),
    ("ctl/a.cpp", "struct StringUtils {};\n", 1, "StringUtils"),
    ("ctl/a.cpp", "void format_helper();\n", 1, "format_helper"),
    ("tests/unit/string_utils.cpp", "int a;\n", 1, "file name"),
    ("ctl/a.cpp", "int a;\n" * 401, 400, "401 lines"),
    ("ctl/a.hpp", "#pragma once\n" + "int a;\n" * 250, 250, "251 lines"),
    ("ctl/a.hpp", "int a;\n", 1, "#pragma once"),
    ("docs/a.md", "one\n\nsee /wo" "rk/notes\n", 3, "workplace"),
    ("docs/a.md", "see ../sha" "red/design\n", 1, "workplace"),
    ("scripts/a", "#!/bin/sh\n/home/" "ann/bin/tool\n", 2, "workplace"),
)

INNOCENT = (
    ("dispatcher/core/a.cpp", '#include "common/base/ids.hpp"\n#include "dispatcher/core/state.hpp"\n#include <chrono>\n'),
    ("dispatcher/gateway.cpp", '#include "common/protocol/codec.hpp"\n#include "dispatcher/core/state.hpp"\n'),
    ("dispatcher/engine.cpp", '#include "dispatcher/gateway.hpp"\n#include "dispatcher/journal/journal.hpp"\n'),
    ("dispatcher/main.cpp", '#include "dispatcher/app.hpp"\n#include <CLI/CLI.hpp>\n'),
    ("ctl/a.cpp", '// #include "kiosk/app.hpp", std::chrono::system_clock::now(), class QueueManager, "/cmd/"\n'),
    ("ctl/a.cpp", '/* "panggil/v1" */ auto text = "the Manager, and system_clock::now";\n'),
    ("ctl/a.cpp", "constexpr int kMost = 1'000'000; // it's fine\n"),
    ("common/protocol/topics.cpp", 'auto root = "panggil/v1/";\n'),
    ("tests/unit/a.cpp", '#include <gtest/gtest.h>\nauto topic = "panggil/v1/x/cmd/kiosk-1/issue";\n'),
    ("ctl/a.cpp", "int a;\n" * 400),
    ("docs/a.md", "the work/rest ratio; a shared/common folder; the dispatcher /works/\n"),
)


class Check(unittest.TestCase):
    def found(self, path, content):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {**PRESENT, path: content}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return list(check.offences(root))

    def test_each_offence_is_found_in_its_line_and_nothing_else(self):
        for path, content, line, said in OFFENCES:
            with self.subTest(path=path, content=content[:60]):
                found = self.found(path, content)
                self.assertEqual([(path, line)], [offence[:2] for offence in found], found)
                self.assertIn(said, found[0][2])

    def test_what_is_allowed_is_not_an_offence(self):
        for path, content in INNOCENT:
            with self.subTest(path=path, content=content[:60]):
                self.assertEqual([], self.found(path, content))

    def test_the_program_tells_file_line_and_what_and_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "ctl").mkdir()
            Path(folder, "ctl/a.hpp").write_text("int a;\n", encoding="utf-8")
            run = subprocess.run([sys.executable, Path(__file__).with_name("check.py"), folder],
                                 capture_output=True, text=True, check=False)
        self.assertEqual(1, run.returncode)
        self.assertIn("ctl/a.hpp:1: a header begins with #pragma once\n", run.stdout)
        self.assertEqual("", run.stderr)


if __name__ == "__main__":
    unittest.main()
