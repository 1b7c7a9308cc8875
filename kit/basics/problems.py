"""Places in files and the problems found there: values, never exceptions, worded by the door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file of the book: path relative to the book, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1
    #: Characters the caret line underlines; 0: the place is the file as a whole.
    width: int = field(default=1, compare=False)


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, as a stable code and the facts its sentence needs.

    The sentence itself stands in the door's catalogue, once per language. `data` holds
    identifiers, dates and amounts only: no phone number, no NIK, no address.
    """

    code: str
    at: Source | None = None
    data: Mapping[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    #: A second place that belongs to the story, such as the first of two equal keys.
    other: Source | None = None


def error(code: str, at: Source | None = None, /, *, other: Source | None = None, **data: str | int) -> Problem:
    """Return an error with `code`, found `at` a place, with the facts its sentence names."""
    return Problem(code, at, data, Severity.ERROR, other)


def warning(code: str, at: Source | None = None, /, *, other: Source | None = None, **data: str | int) -> Problem:
    """Return a warning with `code`, found `at` a place, with the facts its sentence names."""
    return Problem(code, at, data, Severity.WARNING, other)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` by file, line and column; those without a place come last."""

    def place(problem: Problem) -> tuple[bool, Source, str, str]:
        at = problem.at or Source("")
        return problem.at is None, at, problem.code, repr(sorted(problem.data.items()))

    return tuple(sorted(problems, key=place))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of `problems` stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
