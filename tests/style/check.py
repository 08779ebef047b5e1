#!/usr/bin/env python3
"""Reads the whole tree against rules.py and prints each offence as `file:line: what`. Exit code 1 if there is any.

    tests/style/check.py [ROOT]
"""

import os
import re
import sys
from pathlib import Path, PurePosixPath

import rules

TEXT = (".hpp", ".cpp", ".py", ".md", ".txt", ".cmake", ".json", ".yaml", ".yml", ".service", ".sh", "")
SKIPPED = (".git", "build", "__pycache__", "corpus")
OWN = "tests/style/"  # names what it forbids

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# A comment, or a string or character literal: whichever begins first.
COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def fits(path, pattern):
    """`*` stands for anything, slashes too: layer_of() takes the most specific of several that fit."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path) is not None


def fits_any(path, patterns):
    return any(fits(path, pattern) for pattern in patterns)


def layer_of(path):
    """The most specific pattern of LAYERS that fits, or None."""
    fitting = [pattern for pattern in rules.LAYERS if fits(path, pattern)]
    return max(fitting, key=len, default=None)


def may_include(path, target):
    own = layer_of(path)
    if layer_of(target) == own:
        return True
    return any(target == allowed or target.startswith((allowed + "/", allowed + ".", allowed + "_"))
               for allowed in rules.LAYERS[own])


def blank(text, keep):
    """`text` with comments and literals turned into spaces (new lines stay); what `keep` returns true for stays too."""
    def replace(match):
        return match.group() if keep(match.group()) else re.sub(r"[^\n]", " ", match.group())
    return COMMENT_OR_LITERAL.sub(replace, text)


def literals(text):
    for match in COMMENT_OR_LITERAL.finditer(text):
        if match.group().startswith('"'):
            yield text.count("\n", 0, match.start()) + 1, match.group()[1:-1]


def check_include(root, path, line, bracket, target):
    if bracket == "<":
        for start, places in rules.THIRD_PARTIES.items():
            if target.startswith(start) and not fits_any(path, places):
                yield line, f"<{target}> may be included only in {', '.join(places) or 'tests'}"
        if fits_any(path, rules.PURE) and any(
                target == header or (header.endswith("/") and target.startswith(header)) for header in rules.IMPURE_HEADERS):
            yield line, f"<{target}> does not belong into a pure folder"
        return
    if not (root / target).is_file() and target not in rules.GENERATED:
        yield line, f'"{target}" is not there; includes are spelled from the root of the tree'
    elif layer_of(path) is None:
        yield line, f'"{target}" is included by a file that no layer of tests/style/rules.py covers'
    elif not may_include(path, target):
        allowed = ", ".join(rules.LAYERS[layer_of(path)]) or "nothing of ours"
        yield line, f'"{target}" may not be included here; {layer_of(path)} sees {allowed}'


def matches(pattern, text, what):
    for match in re.finditer(pattern, text):
        yield text.count("\n", 0, match.start()) + 1, f"{what} ({match.group().strip()})"


def check_layers(root, path, text):
    for number, line in enumerate(blank(text, lambda literal: literal.startswith('"')).split("\n"), 1):
        include = INCLUDE.match(line)
        if include:
            yield from check_include(root, path, number, *include.groups())


def check_topics(path, text):
    if path in rules.TOPICS_ARE_MADE_IN:
        return
    without_includes = re.sub(r"(?m)^\s*#\s*include.*$", "", text)
    for line, literal in literals(without_includes):
        if re.search(rules.TOPIC_LITERAL, literal):
            yield line, f'a topic is made by common/protocol/topics.hpp, not by hand ("{literal}")'


def check_code(root, path, text):
    if path.endswith(".hpp") and "#pragma once" not in text:
        yield 1, "a header begins with #pragma once"
    bare = blank(text, lambda literal: False)
    for pattern, places, what in rules.CODE_PATTERNS:
        if not fits_any(path, places):
            yield from matches(pattern, bare, what)
    if path.startswith("tests/"):
        return
    yield from check_layers(root, path, text)
    yield from check_topics(path, text)
    if fits_any(path, rules.PURE):
        for pattern, what in rules.PURE_PATTERNS:
            yield from matches(pattern, bare, what)


def check_any(path, text):
    name = PurePosixPath(path)
    if re.search(rules.BANNED_FILE_NAMES, name.name):
        yield 1, "a file name that says nothing: call it by what is in it"
    lines, most = text.count("\n"), rules.MOST_LINES.get(name.suffix)
    if most and lines > most:
        yield most, f"{lines} lines; at most {most}: more is more than one concept"
    yield from matches(rules.MACHINE_PATHS, text, "a path of somebody's own machine or workplace")


def files(root):
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name not in SKIPPED)
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix in TEXT:
                yield file.relative_to(root).as_posix(), file


def offences(root):
    """Every offence below `root` as (path, line, what)."""
    for path, file in files(root):
        if path.startswith(OWN) or file.name == "LICENSE":
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # an executable or picture without a suffix
        found = list(check_any(path, text))
        if file.suffix in (".hpp", ".cpp"):
            if not path.startswith(rules.CODE + ("tests/",)):
                found.append((1, "code outside the folders that tests/style/rules.py knows"))
            found += check_code(root, path, text)
        for line, what in sorted(found):
            yield path, line, what


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    count = 0
    for path, line, what in offences(root):
        print(f"{path}:{line}: {what}")
        count += 1
    print(f"{count} offence{'s' * (count != 1)} in {sum(1 for _ in files(root))} files")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
