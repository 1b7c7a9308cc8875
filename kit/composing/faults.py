"""What is wrong with a template, as a problem at its file and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from kit.basics.problems import Problem, Source, error
from kit.composing.prose import Unsafe
from kit.composing.sandbox import LARGEST_TEXT, TooLong, UnknownField


class UnsafeTemplate(Exception):
    """An Unsafe with the path of its file."""

    def __init__(self, path: str, fault: Unsafe) -> None:
        super().__init__(fault.what)
        self.at = Source(path, fault.line)
        self.what = fault.what


def problem_of(fault: Exception, path: str, context: Mapping[str, object]) -> Problem:
    """Return what went wrong while the template at `path` was filled, with the line of the template."""
    at = _place(fault.__traceback__, path)
    match fault:
        case UnsafeTemplate():
            return error("template-unsafe", fault.at, found=fault.what)
        case TemplateSyntaxError():
            # A name of the template stands in `filename` only where the loader gave it.
            return error("template-syntax", Source(fault.filename or path, fault.lineno), detail=fault.message or "")
        case TemplateNotFound():
            return error("template-missing", at, template=fault.message or path)
        case UnknownField():
            return _unknown_field(fault, at, context)
        case SecurityError():
            return error("template-forbidden", at, detail=fault.message or "")
        case TooLong():
            return error("template-too-long", at, limit=LARGEST_TEXT)
        case UnicodeDecodeError():
            return error("template-encoding", at)
        case TemplateError():
            return error("template-failed", at, detail=fault.message or type(fault).__name__)
        case _:
            return error("template-failed", at, detail=f"{type(fault).__name__}: {fault}"[:120])


def _unknown_field(fault: UnknownField, at: Source, context: Mapping[str, object]) -> Problem:
    owner = fault.owner if isinstance(fault.owner, Mapping) else None
    if owner is None and isinstance(fault.owner, str | int | tuple):
        return error("template-unknown-field", at, field=fault.name, known="")
    prefix = next((f"{name}." for name, value in context.items() if owner is not None and value is owner), "")
    names = sorted(map(str, owner if owner is not None else context))
    near = difflib.get_close_matches(fault.name, names, n=3) or names[:12]
    known = ", ".join(prefix + name for name in near)
    return error("template-unknown-field", at, field=prefix + fault.name, known=known)


def _place(trace: TracebackType | None, path: str) -> Source:
    """Return the innermost line of a template in `trace`."""
    at = Source(path)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(("letters/", "site/")):
            at = Source(name, max(1, trace.tb_lineno))
        trace = trace.tb_next
    return at


def once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` without repetition: the text and the HTML of a mail have the same faults."""
    found: list[Problem] = []
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return tuple(found)
