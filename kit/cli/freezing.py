"""A paper about to be issued, whatever it is: its next number, its frozen PDF, its entry in the register."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import hosts_of, too_early
from kit.cli.session import Session
from kit.composing.documents import Sheet
from kit.domain.model import Customer
from kit.domain.numbering import letter_number, next_sequence
from kit.domain.register import Issued
from kit.output.recording import Held, append_record, keep_issued
from kit.output.workers import render_all


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper with its number, not yet laid out: what will be printed, and the entry without hash and file."""

    customer: Customer
    sheet: Sheet
    entry: Issued


def not_now(session: Session) -> tuple[Problem, ...]:
    """Return why nothing can be issued on the session's day: it is to come, or registers know a later one."""
    if session.as_of > session.today:
        return (error("future-date", None, date=str(session.as_of), today=str(session.today)),)
    return too_early(session.book, session.as_of)


def next_number(session: Session, series: str) -> tuple[int, str]:
    """Return the place that the next paper of `series` takes in the year of the session's day, and its number."""
    sequence = next_sequence(session.book.registers.values(), series, session.as_of.year, session.book.forgotten)
    return sequence, letter_number(session.book.policy.numbering, series, sequence, session.as_of)


def freeze(held: Held, session: Session, ready: Ready) -> tuple[str | None, tuple[Problem, ...]]:
    """Lay the paper out, keep its PDF and enter it; return where it is kept, or what is wrong with it."""
    (rendered,) = render_all([ready.sheet], resources.fonts(), hosts=hosts_of(session.book))
    if rendered.problems:
        return None, rendered.problems
    register = session.book.register(ready.customer.id)
    name = f"{re.sub(r'[^A-Za-z0-9]+', '-', ready.entry.number).strip('-')}.pdf"
    kept, problems = keep_issued(held, register, name, rendered.pdf)
    if kept is None:
        return None, problems
    path, sha256 = kept
    record, problems = append_record(held, register, replace(ready.entry, sha256=sha256, file=name))
    return (None, problems) if record is None else (path, problems)
