"""`kit record contact`, `delivered`, `approved`, `void`: into the customer's register, which only ever grows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.problems import Problem, error
from kit.cli.pen import Pen, pen, pen_options
from kit.cli.reporting import knows_stage
from kit.domain.approach import ladders_of
from kit.domain.policy import Channel
from kit.domain.register import Approved, Contacted, Delivered, Issued, Outcome, Reach, Voided
from kit.domain.somasi import is_second_person
from kit.output.evidence import keep_evidence
from kit.reading.fields import nearest

WAYS = ("call", "meeting", *(each.value for each in Channel))


@click.command()
@pen_options("Day of the attempt.")
@click.option("--via", type=click.Choice(WAYS), required=True, help="How it was tried.")
@click.option("--outcome", type=click.Choice([each.value for each in Reach]), required=True, help="What came of it.")
@click.option("--note", help="What was said, for yourselves.")
@click.option("--by", help="Who tried. Default: the first sender of creditor.yaml.")
def contact(
    customer: str, via: str, outcome: str, note: str | None, by: str | None, day: date | None, folder: Path,
    lang: str | None,
) -> None:  # fmt: skip
    """Enter that somebody called or met CUSTOMER, or tried to.

    \b
    Examples:
      kit record contact maju-jaya --via call --outcome reached --note "minta salinan invoice"
      kit record contact maju-jaya --via call --outcome no-answer
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        entry = Contacted(book.session.as_of, via, Reach(outcome), by or book.operator, note or None)
        place = book.enter(entry)
        book.say("recorded-contact", via=via, outcome=outcome, day=entry.date, place=place)


@click.command()
@pen_options("Day of the outcome.")
@click.argument("number")
@click.option("--outcome", type=click.Choice([each.value for each in Outcome]), required=True, help="What came of it.")
@click.option("--receiver", help="Who took it.")
@click.option("--resi", help="Tracking number of post or courier.")
@click.option(
    "--file",
    "proof",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Proof; it is copied to data/evidence/CUSTOMER/ unless it lies there.",
)
def delivered(
    customer: str, number: str, outcome: str, receiver: str | None, resi: str | None, proof: Path | None,
    day: date | None, folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter what became of the issued letter NUMBER at CUSTOMER.

    \b
    Example:
      kit record delivered sumber-rejeki 001/ST/XI/2026 --outcome received --receiver "Ibu Tini" --file resi.pdf
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        on = book.session.as_of
        papers = {each.number: each for each in book.register.entries(book.session.today) if isinstance(each, Issued)}
        if number not in papers:
            book.refuse(Problem("no-such-letter", data={"customer": customer, "number": number,
                                                        **nearest(number, papers)}))  # fmt: skip
        if papers[number].date > on:
            book.refuse(error("dates-reversed", None, last="delivered", late=str(on), first="issued",
                              early=str(papers[number].date)))  # fmt: skip
        name, sha256 = _kept(book, proof) if proof else (None, None)
        place = book.enter(Delivered(on, number, Outcome(outcome), receiver or None, resi or None, name, sha256))
        book.say("recorded-delivered", number=number, outcome=outcome, day=on, place=place)


@click.command()
@pen_options("Day of the approval.")
@click.argument("stage")
@click.option("--by", required=True, help="Who approved it: the owner of the claim.")
def approved(customer: str, stage: str, by: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that the owner allowed STAGE to go out to CUSTOMER; a somasi is approved by a second person.

    \b
    Example:
      kit record approved sumber-rejeki firm --by "Hendra Wibisono"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        knows_stage(book, stage)
        policy = book.session.book.policy
        formal = {each.name for ladder in ladders_of(book.customer, policy) for each in ladder.stages if each.is_somasi}
        if stage in formal and not is_second_person(by, book.session.book.creditor):
            book.refuse(error("approval-own", None, customer=customer, stage=stage, by=by))
        entry = Approved(book.session.as_of, stage, by)
        place = book.enter(entry)
        book.say("recorded-approved", stage=stage, by=by, day=entry.date, place=place)


@click.command()
@pen_options("Day on which it was noticed.")
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", required=True, help="Why the entry is wrong.")
def void(customer: str, entry: int, reason: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Take back ENTRY of the register of CUSTOMER, by its number there. It stays in the file and no longer counts.

    \b
    Example:
      kit record void maju-jaya 3 --reason "salah pelanggan"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        records = book.register.records
        gone = {each.entry.entry for each in records if isinstance(each.entry, Voided)}
        if entry > len(records) or entry in gone or isinstance(records[entry - 1].entry, Voided):
            book.refuse(error("no-such-entry", None, customer=customer, entry=entry, count=len(records)))
        if records[entry - 1].entry.date > book.session.as_of:
            book.refuse(error("dates-reversed", None, last="void", late=str(book.session.as_of), first="entry",
                              early=str(records[entry - 1].entry.date)))  # fmt: skip
        place = book.enter(Voided(book.session.as_of, entry, reason))
        book.say("recorded-void", entry=entry, kind=records[entry - 1].entry.KIND, place=place)


def _kept(book: Pen, proof: Path) -> tuple[str, str]:
    """Return the name of the proof below data/evidence/<id>/ and its SHA-256; it is copied there where it must be."""
    kept, problems = keep_evidence(book.held, book.customer.id, proof)
    book.refuse(*problems)
    return kept or ("", "")
