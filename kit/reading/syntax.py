"""What a YAML syntax error means, in the words of somebody who writes YAML by copying lines. Parses nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.basics.problems import Problem, Source, error

#: What the two parsers of PyYAML say (a part of it), and the code of the problem it is for us.
_MEANING = (
    ("values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-quote-needed"),
    ("unexpected end of stream", "yaml-quote-open"),
    ("unexpected document separator", "yaml-quote-open"),
    ("expected ',' or", "yaml-bracket"),
    ("expected node content", "yaml-brackets"),
    ("expected the node content", "yaml-brackets"),
    ("<document start>", "yaml-brackets"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("escape", "yaml-escape"),
    ("hexdecimal", "yaml-escape"),
    ("hexadecimal", "yaml-escape"),
    ("sequence entries are not allowed", "yaml-list-line"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("expected <block end>", "yaml-indent"),
    ("anchor", "yaml-anchor"),
    ("alias", "yaml-alias"),
    ("tag", "yaml-tag"),
)
_KEY = re.compile(r"\s*(?:- +)*([^\s:#'\"{\[-][^:#]{0,40}): +\S")
_AFTER_QUOTE = re.compile(r".*['\"]\s*$")

#: Line and column, counted from 0.
Mark = tuple[int, int]


def reworded(path: str, lines: Sequence[str], problem: str, context: str, at: Mark, opened: Mark | None) -> Problem:
    """Return the problem behind a parser's complaint, placed where a person would look for it."""
    said = f"{context} {problem}"
    code = next((code for part, code in _MEANING if part in said), "yaml-syntax")
    line = lines[at[0]] if at[0] < len(lines) else ""
    if code == "yaml-colon":
        return _colon(path, line, at)
    if code == "yaml-indent" and _AFTER_QUOTE.fullmatch(line[: at[1]]):
        return error("yaml-after-quote", _source(path, at))
    if code in ("yaml-quote-open", "yaml-bracket", "yaml-no-colon", "yaml-anchor", "yaml-alias", "yaml-tag") and opened:
        width = len(lines[opened[0]].rstrip()) - opened[1] if code == "yaml-no-colon" else 1
        bracket = lines[opened[0]][opened[1] : opened[1] + 1]
        return Problem(code, _source(path, opened, width), {"bracket": bracket} if code == "yaml-bracket" else {})
    if code == "yaml-quote-needed":
        return error(code, _source(path, at), character=line[at[1] : at[1] + 1])
    if code == "yaml-syntax":
        return error(code, _source(path, at), said=problem)
    return error(code, _source(path, at))


def _colon(path: str, line: str, at: Mark) -> Problem:
    """Return the problem of a second `: ` in a line, or of a line that stands too far to the right."""
    key = _KEY.match(line)
    if key is None or key.end(1) >= at[1]:
        # The colon belongs to this line's own key: the line hangs below a value that is already complete.
        return error("yaml-indent", _source(path, at))
    return error("yaml-colon", _source(path, at), field=key[1])


def _source(path: str, at: Mark, width: int = 1) -> Source:
    return Source(path, at[0] + 1, at[1] + 1, max(width, 1))
