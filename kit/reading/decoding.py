"""From a file's bytes to its text: UTF-8 without hidden characters, tabs for indentation or directives."""

from __future__ import annotations

import re

from kit.basics.problems import Problem, Source, error
from kit.reading.characters import invisible, visible

#: Bytes that one file may have.
MOST_BYTES = 5_000_000

#: Problems of one kind that are told of one file; the rest would only repeat them.
TOLD = 20

_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%\S*", re.MULTILINE)


def decoded(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text that `raw` holds, and what in it no file of a book may hold."""
    if len(raw) > MOST_BYTES:
        return None, [error("file-large", Source(path, width=0), limit=MOST_BYTES)]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in raw and raw.count(0) * 3 > len(raw)):
        return None, [error("file-utf16", Source(path, width=0))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        at = Source(path, line, len(before) - before.rfind("\n"))
        return None, [error("file-encoding", at, byte=f"0x{raw[fault.start]:02X}", offset=fault.start + 1)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = [] if visible(text.replace("\t", "")) else _raw_characters(text, path)
    for tab in list(_TAB_INDENT.finditer(text))[:TOLD]:
        problems.append(error("yaml-tab", Source(path, text.count("\n", 0, tab.start()) + 1, 1, len(tab[0]))))
    if directive := _DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.start()) + 1
        problems.append(error("yaml-directive", Source(path, line, 1, len(directive[0]))))
    return text, problems


def _raw_characters(text: str, path: str) -> list[Problem]:
    """Return a problem for each character of `text` that cannot be seen, up to a telling number."""
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if visible(line):
            continue
        for column, name in invisible(line):
            if name != "U+0009":
                problems.append(error("character", Source(path, number, column + 1), character=name))
            if len(problems) == TOLD:
                return problems
    return problems
