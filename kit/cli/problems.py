"""Says problems: as text with the line and a caret, as JSON, as annotations of a code host. Finds none itself."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter
from types import ModuleType

from kit.basics.problems import Problem, Severity, Source, has_errors
from kit.cli.catalogue import en
from kit.cli.catalogue import id as indonesian
from kit.reading.files import read_bytes

_LANGUAGES: Mapping[str, ModuleType] = {"en": en, "id": indonesian}

#: Widest piece of a line that an excerpt shows, and what of it stands before the caret.
_WIDEST, _BEFORE = 100, 60


def as_text(problems: Iterable[Problem], folder: Path, lang: str) -> str:
    """Return `problems` for a person, in the order given, closed by their count."""
    problems = tuple(problems)
    words = _LANGUAGES[lang]
    lines: dict[str, list[str]] = {}
    told = [_paragraph(problem, folder, words, lines) for problem in problems]
    return "\n\n".join([*told, _closing(problems, words)])


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """Return `problems` for a program: places, codes and sentences, no line of any file."""
    words = _LANGUAGES[lang]
    listed = []
    for problem in problems:
        entry: dict[str, object] = {"code": problem.code, "severity": problem.severity.value}
        entry |= _as_map(problem.at)
        entry |= {"message": _sentence(problem, words), "hint": _hint(problem, words)}
        listed.append(entry | {"other": _as_map(problem.other) or None})
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Problem], lang: str) -> str:
    """Return `problems` as workflow commands, which code hosts show beside the lines they are about."""
    words = _LANGUAGES[lang]
    return "\n".join(_annotation(problem, words) for problem in problems)


def in_a_line(problem: Problem, lang: str) -> str:
    """Return what `problem` says, with its hint and without its place, for a question that is asked again."""
    words = _LANGUAGES[lang]
    hint = _hint(problem, words)
    return _sentence(problem, words) + (f"; {hint}" if hint else "")


def safe(text: str) -> str:
    r"""Return `text` with every character that could steer a terminal or hide itself written out.

    >>> safe("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(map(_shown, text))


def _paragraph(problem: Problem, folder: Path, words: ModuleType, lines: dict[str, list[str]]) -> str:
    at = problem.at
    place = f"{_place(at)}: " if at else ""
    told = [f"{place}{problem.severity}[{problem.code}]: {_sentence(problem, words)}"]
    if at and at.width:
        told += _excerpt(at, folder, lines)
    if hint := _hint(problem, words):
        told.append(f"   {words.HINT}: {hint}")
    if problem.other:
        told.append(f"   {words.ALSO}: {_place(problem.other)}")
    return "\n".join(told)


def _place(at: Source) -> str:
    return safe(f"{at.path}:{at.line}:{at.column}" if at.width else at.path)


def _as_map(at: Source | None) -> dict[str, object]:
    if at is None:
        return {}
    place: dict[str, object] = {"path": safe(at.path)}
    return place | ({"line": at.line, "column": at.column} if at.width else {})


def _sentence(problem: Problem, words: ModuleType) -> str:
    said = words.PROBLEMS.get(problem.code)
    if said is None or not _fits(said[0], problem):
        # A code without words is a bug, but no reason to keep the problem from the reader.
        return safe(" ".join([problem.code, *(f"{key}={value}" for key, value in problem.data.items())]))
    return safe(said[0].format(**problem.data))


def _hint(problem: Problem, words: ModuleType) -> str | None:
    hints = words.PROBLEMS.get(problem.code, (None,))[1:]
    hint = next((each for each in hints if each and _fits(each, problem)), None)
    return safe(hint.format(**problem.data)) if hint else None


def _fits(sentence: str, problem: Problem) -> bool:
    """Tell whether the problem knows every fact that the sentence names."""
    return all(name in problem.data for _, name, _, _ in Formatter().parse(sentence) if name)


def _excerpt(at: Source, folder: Path, lines: dict[str, list[str]]) -> list[str]:
    """Return the line of the problem below the one before it, and the carets."""
    if at.path not in lines:
        lines[at.path] = _lines(folder, at.path)
    text = lines[at.path]
    if not 1 <= at.line <= len(text):
        return []
    line, start = text[at.line - 1], at.column - 1
    width = max(min(at.width, len(line) - start), 1)
    first = max(0, start - _BEFORE) if len(safe(line)) > _WIDEST else 0
    piece = line[first:]
    lead = "…" if first else ""
    shown = [f"{at.line - 1:>5} | {_cut(text[at.line - 2])}".rstrip()] if at.line > 1 else []
    gap = _columns(lead + safe(line[first:start]))
    carets = min(_columns(safe(line[start : start + width])) or 1, max(_WIDEST - gap, 1))
    return [*shown, f"{at.line:>5} | {lead}{_cut(piece)}".rstrip(), f"      | {' ' * gap}{'^' * carets}"]


def _lines(folder: Path, path: str) -> list[str]:
    raw, problem = read_bytes(folder, path)
    if problem:
        return []
    text = raw.decode("utf-8", "backslashreplace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _cut(line: str) -> str:
    shown = safe(line[: _WIDEST + 1])
    return shown if len(shown) <= _WIDEST else shown[: _WIDEST - 1] + "…"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    number = ord(character)
    if character == "\t":
        return "\\t"
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}" if number < 65536 else f"\\U{number:08x}"


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def _closing(problems: tuple[Problem, ...], words: ModuleType) -> str:
    """Return the last line: how many errors and warnings, in how many files, and that nothing was written."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    files = len({problem.at.path for problem in problems if problem.at})
    counts = [(errors, words.ERRORS), (len(problems) - errors, words.WARNINGS)]
    said = f" {words.AND} ".join(forms[count != 1].format(count=count) for count, forms in counts if count)
    where = " " + words.FILES[files != 1].format(count=files) if files else ""
    return f"{said}{where}." + (f" {words.NOTHING_WRITTEN}" if has_errors(problems) else "")


def _annotation(problem: Problem, words: ModuleType) -> str:
    hint = _hint(problem, words)
    text = _sentence(problem, words) + (f"\n{hint}" if hint else "")
    fields = {"file" if key == "path" else "col" if key == "column" else key: value for key, value in
              _as_map(problem.at).items()} | {"title": problem.code}  # fmt: skip
    escaped = ",".join(f"{key}={_escaped(str(value), property_value=True)}" for key, value in fields.items())
    return f"::{problem.severity} {escaped}::{_escaped(text)}"


def _escaped(text: str, *, property_value: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_value else text
