"""`kit issue --final`: the paper as it really went out, kept as it is, compared with what is frozen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.basics.money import format_rupiah
from kit.basics.problems import Problem, error, warning
from kit.cli.session import Session
from kit.domain.finals import LEAST_TEXT, OUTSIDE, Stated, misread, missing_in, other_amounts, says_other_words, stated
from kit.domain.model import Customer
from kit.domain.numbering import next_sequence
from kit.domain.register import Final, Issued, Register
from kit.output import pdfcheck, wording
from kit.output.failure import operating
from kit.output.pdftext import text_of
from kit.output.recording import Held, append_record, keep_issued
from kit.reading.register import read_register

#: Bytes that a paper may have that is to travel by e-mail.
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a paper that went out: file and number, what they read in it, who they are."""

    file: Path
    number: str
    read: Mapping[str, str]
    scanned: bool
    by: str
    deadline: date | None = None
    signatory: str | None = None


class Number(click.ParamType[str]):
    """The number of a paper, as somebody else may give it."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the number, or refuse what could be none."""
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ./()&+-]{0,59}", str(value)):
            self.fail(f"{value!r} is no number of a letter: up to 60 letters, digits and . / - ( ) & +", param, ctx)
        return str(value)


def readings(words: tuple[str, ...]) -> dict[str, str]:
    """Return what was read, by the name of the figure; the last `=` parts them."""
    found = {}
    for each in words:
        name, mark, value = each.rpartition("=")
        if not mark or not name.strip() or not value.strip():
            raise click.UsageError(f"--read wants FIGURE=VALUE, such as total=1.500.000: {each!r}")
        found[name.strip()] = value.strip()
    return found


def paper_called(register: Register, number: str, as_of: date) -> Issued | None:
    """Return the issued paper of that number, or None."""
    found = (each for each in register.entries(as_of) if isinstance(each, Issued))
    return next((each for each in found if each.number == number), None)


def outside_paper(session: Session, entry: Issued, given: Given) -> tuple[Issued | None, tuple[Problem, ...]]:
    """Return `entry` as somebody else issued it: under their number, with their date; or why it cannot be that."""
    for customer, register in session.book.registers.items():
        if any(isinstance(each.entry, Issued) and each.entry.number == given.number for each in register.records):
            return None, (error("number-used", None, number=given.number, customer=customer),)
    if given.deadline is not None and given.deadline <= session.as_of:
        return None, (error("dates-reversed", None, last="deadline", late=str(given.deadline), first="issued",
                            early=str(session.as_of)),)  # fmt: skip
    sequence = next_sequence(session.book.registers.values(), OUTSIDE, session.as_of.year, session.book.forgotten)
    return replace(
        entry,
        number=given.number,
        series=OUTSIDE,
        sequence=sequence,
        deadline=given.deadline or entry.deadline,
        signatory=given.signatory or entry.signatory,
        confirmed=given.by,
    ), ()


def may_be_final(
    session: Session, customer: str, stage: str | None, paper: Issued, given: Given
) -> tuple[Problem, ...]:
    """Return why an issued paper gets no final one: it has one already, is of another stage, or is said otherwise."""
    if session.as_of > session.today:
        return (error("future-date", None, date=str(session.as_of), today=str(session.today)),)
    if stage is not None and stage != paper.stage:
        return (error("final-other-stage", None, number=paper.number, stage=stage, issued=paper.stage),)
    if given.deadline is not None or given.signatory is not None:
        return (error("final-frozen", None, number=paper.number),)
    entries = session.book.register(customer).entries(session.as_of)
    days = [each.date for each in entries if isinstance(each, Final) and each.number == paper.number]
    days += [paper.date] if paper.confirmed is not None else []
    return (error("final-entered", None, number=paper.number, date=str(days[0])),) if days else ()


def compared(paper: Issued, who: Customer, given: Given) -> tuple[bytes, tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the bytes of the final paper, why it is refused, and what a person should look at all the same."""
    with operating(given.file):
        data = given.file.read_bytes()
    if len(data) > MOST_BYTES:
        return data, (error("final-large", None, path=str(given.file), limit=MOST_BYTES),), ()
    if wrong := pdfcheck.dangers(data):
        return data, (error("final-unfit", None, path=str(given.file), found=wrong),), ()
    wanted = stated(paper, who.name)
    text = "" if given.scanned else text_of(given.file)
    if len(text.strip()) < LEAST_TEXT:
        return data, _read(paper, wanted, given), ()
    differs = missing_in(text, wanted)
    refused = tuple(
        error("final-differs", None, number=paper.number, figure=each.figure, frozen=each.frozen) for each in differs
    )
    seen = []
    if others := other_amounts(text, wanted):
        shown = ", ".join(map(format_rupiah, others[:5]))
        seen.append(warning("final-other-amounts", None, number=paper.number, amounts=shown))
    if says_other_words(text, wanted):
        seen.append(warning("final-words", None, number=paper.number))
    return data, refused, tuple(seen)


def _read(paper: Issued, wanted: Stated, given: Given) -> tuple[Problem, ...]:
    """Return why what a person read confirms nothing."""
    if not given.read:
        known = " ".join(f'--read "{name}=..."' for name in {**wanted.amounts, **wanted.days})
        return (error("final-unread", None, number=paper.number, known=known),)
    return tuple(
        error(
            "final-misread", None, number=paper.number, figure=each.figure, frozen=each.frozen, found=each.found or "-"
        )
        for each in misread(given.read, wanted)
    )


def keep_final(
    held: Held, session: Session, who: Customer, paper: Issued, data: bytes, given: Given, *, known: bool
) -> tuple[str | None, tuple[Problem, ...]]:
    """Keep the bytes of the final paper and enter it; return where it is kept, or why it cannot be."""
    register = session.book.register(who.id)
    name = f"{re.sub(r'[^A-Za-z0-9]+', '-', paper.number).strip('-')}-final.pdf"
    sha256 = hashlib.sha256(data).hexdigest()
    final = Final(session.as_of, paper.number, name, sha256, given.by)
    entry = final if known else replace(paper, file=name, sha256=sha256)
    text = wording.register((*register.records, register.appended(entry)))
    if wrong := read_register(text.encode(), "", who.id)[1]:
        return None, tuple(replace(each, at=None) for each in wrong)
    kept, problems = keep_issued(held, register, name, data)
    if kept is None:
        return None, problems
    record, problems = append_record(held, register, entry)
    return (None, problems) if record is None else (kept[0], problems)
