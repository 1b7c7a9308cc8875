"""`kit letter`: drafts of the letters that a human decides on, in a folder of their own."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from kit import __version__, resources
from kit.basics.problems import Problem, has_errors, ordered
from kit.build import assets_of, hosts_of, too_early
from kit.cli.certifying import asked_case
from kit.cli.session import Day, Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.cli.wishes import Amount, Wish, proposal
from kit.composing.byhand import letter_set
from kit.composing.documents import Document
from kit.composing.templates import Wording
from kit.domain.allowing import subject
from kit.domain.byhand import OCCASIONS, Asked
from kit.domain.cases import cases
from kit.domain.instalments import Every
from kit.domain.plans import ACCELERATION, GRACE, Plan
from kit.output.manifest import Manifest
from kit.output.plan import plan as planned
from kit.output.target import in_letters
from kit.output.tree import Means, write_tree


@dataclass(frozen=True, slots=True)
class Words:
    """The options that an occasion needs, and those that it takes beside them."""

    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


_OPTIONS: Mapping[str, Words] = MappingProxyType({
    "breach-notice": Words(("by",)),
    "change-of-terms": Words(("on", "says"), ("reason",)),
    "counter-offer": Words(("proposed", "counts", "first"), ("invoices", "by", "says")),
    "dispute-answer": Words(("says",), ("invoices", "by")),
    "instalment-offer": Words(("counts", "first"), ("invoices", "by", "says")),
    "manager": Words(("by",), ("invoices", "says")),
    "meeting": Words(("on", "time", "place"), ("invoices", "says")),
    "missing-documents": Words((), ("invoices", "by")),
    "overpayment": Words(),
    "promise": Words(),
    "receipt": Words((), ("paid_on", "amount")),
    "service-limits": Words(("on", "says"), ("invoices", "clause")),
    "settlement": Words((), ("invoices",)),
    "somasi-withdrawal": Words((), ("invoices", "reason")),
    "standing-order": Words(),
    "statement": Words((), ("invoices",)),
    "terms-sheet": Words(("says",), ("by",)),
    "thanks-early": Words((), ("invoices",)),
    "thanks-part": Words((), ("paid_on", "amount")),
    "upfront": Words(("says",), ("reason", "quotes", "by")),
})  # fmt: skip

#: How the options are written, by the field that they fill.
_SPELLED = {
    "amount": "--amount", "by": "--by", "clause": "--clause", "counts": "--count", "first": "--first",
    "invoices": "--invoice", "on": "--on", "paid_on": "--payment", "place": "--place", "proposed": "--proposed",
    "quotes": "--quote", "reason": "--reason", "says": "--say", "time": "--time",
}  # fmt: skip


class Clock(click.ParamType[str]):
    """A time of day written 14.00 or 14:00; kept as Indonesians print it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the time with a dot, or refuse the word with the way to write it."""
        match = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", str(value), re.ASCII)
        if match is None:
            self.fail(f"{value!r} is not a time; write it as 14.00", param, ctx)
        return f"{int(match[1]):02}.{match[2]}"


class Sentence(click.ParamType[str]):
    """A sentence of the operator's own: one line, without control characters."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the sentence with single spaces, or refuse an empty or overlong one."""
        text = " ".join(str(value).split())
        if not text or len(text) > LONGEST or not text.isprintable():
            self.fail(f"write a sentence of 1 to {LONGEST} characters", param, ctx)
        return text


#: Offers that stand side by side in one letter.
MOST_OFFERS = 3
#: Longest sentence of the operator's own, in characters.
LONGEST = 400


@click.command()
@click.argument("customer")
@click.argument("occasion", type=click.Choice(sorted(OCCASIONS)), metavar="OCCASION")
@click.option("--invoice", "invoices", multiple=True, help="An invoice that the letter is about. Repeatable.")
@click.option("--payment", "paid_on", type=Day(), metavar="DATE", help="Day of the payment. Default: the last one.")
@click.option("--amount", type=Amount(), help="Which payment of that day, where several came.")
@click.option("--on", type=Day(), metavar="DATE", help="Day of the meeting; day from which a change counts.")
@click.option("--time", type=Clock(), help="Time of the meeting, as 14.00.")
@click.option("--place", type=Sentence(), help="Where to meet.")
@click.option("--by", type=Day(), metavar="DATE", help="Last day that the letter gives; of an offer, to take it up.")
@click.option("--say", "says", type=Sentence(), multiple=True,
              help="A sentence of yours: what changes, the answer, a topic. Repeatable.")  # fmt: skip
@click.option("--proposed", type=Sentence(), help="What the customer proposed, for a counter-offer.")
@click.option("--reason", type=Sentence(), help="Why, in a few words.")
@click.option("--clause", type=Sentence(), help="Clause of the contract that allows the limit.")
@click.option("--quote", "quotes", type=Sentence(), multiple=True, help="What a customer says of you, with leave.")
@click.option("--count", "counts", type=int, multiple=True, help="Number of instalments offered. Repeatable.")
@click.option("--first", type=Day(), metavar="DATE", help="Day of the first instalment.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False),
              help="Output folder. Default: BOOK/build-letters/CUSTOMER-OCCASION.")  # fmt: skip
@book_options
@day_option
def letter(
    customer: str, occasion: str, counts: tuple[int, ...], first: date | None, out: Path | None,
    folder: Path, lang: str | None, as_of: date | None, **given: Any,
) -> None:  # fmt: skip
    r"""Draft a letter to CUSTOMER that no ladder sends: you decide, the book allows or refuses it.

    Each OCCASION writes its e-mail, its WhatsApp text and its PDF into a folder of its own. Every
    figure comes from the statement of account; nothing is sent and nothing is recorded.

    \b
    Occasions, with the options they need:
      statement          all that is open, by age, with the payments
      instalment-offer   --count N (repeatable) --first DATE
      counter-offer      --proposed TEXT --count N --first DATE
      promise            the promise to pay that is open, confirmed
      change-of-terms    --on DATE --say TEXT
      meeting            --on DATE --time 14.00 --place TEXT; brings an agenda
      manager            --by DATE; signed by the manager
      service-limits     --on DATE --say TEXT; with --clause for running orders
      missing-documents  papers of tukar faktur that are still to come
      dispute-answer     --say TEXT
      breach-notice      --by DATE; ends the relief of a plan that is broken
      receipt            kuitansi for one payment
      settlement         surat keterangan lunas; refused while money is open
      somasi-withdrawal  refused where none was issued
      overpayment        money beyond all invoices
      thanks-part        thanks for a payment that leaves a rest
      thanks-early       thanks for a payment before its day
      upfront            --say TEXT: payment in advance, proposed
      terms-sheet        --say TEXT: scope, price and costs before an order, with the terms of the book
      standing-order     how the plan is paid by standing order

    \b
    Examples:
      kit letter maju-jaya statement
      kit letter maju-jaya instalment-offer --count 2 --count 3 --count 6 --first 2026-12-15
      kit letter sumber-rejeki meeting --on 2026-12-01 --time 10.00 --place "Jalan Kenanga Raya 18, Surabaya"
    """
    _usage(occasion, {**given, "counts": counts, "first": first})
    session = open_book(folder, as_of, lang, warn=False)
    known_customers(session, [customer])
    if early := too_early(session.book, session.as_of):
        refuse(early, folder, session.say.lang)
    asked = Asked(**{name: value for name, value in given.items() if value is not None})
    if counts and first:
        offers, problems = _offers(session, customer, asked, counts, first)
        if problems:
            refuse(problems, folder, session.say.lang)
        asked = replace(asked, offers=offers)
    documents, problems = _documents(session, customer, occasion, asked)
    plan, faults = planned(documents, resources.fonts(), __version__)
    problems = ordered((*problems, *faults))
    if has_errors(problems):
        refuse(problems, folder, session.say.lang)
    place = out or in_letters(folder, f"{customer}-{occasion}")
    listing = Manifest(__version__, session.as_of, session.files.fingerprint, rehearsal=False, files=())
    means = Means(folder, resources.fonts(), hosts_of(session.book), os.cpu_count() or 1)
    manifest, more = write_tree(plan, listing, place, means, lambda _done, _whole: None)
    if manifest is None:
        refuse((*problems, *more), folder, session.say.lang)
    if problems or more:
        show((*problems, *more), folder, session.say.lang)
    click.echo(session.say.door("letter-made", customer=customer, occasion=occasion, place=place))
    for file in manifest.files:
        click.echo(f"  {file.path}")


def _usage(occasion: str, given: Mapping[str, Any]) -> None:
    """Refuse options that the occasion needs and has not got, or that say nothing in it, as wrong usage."""
    words = _OPTIONS[occasion]
    missing = [_SPELLED[each] for each in words.needs if not given[each]]
    if missing:
        raise click.UsageError(f"{occasion} needs {' and '.join(missing)}")
    strange = [_SPELLED[name] for name, value in given.items() if value and name not in (*words.needs, *words.takes)]
    if len(given["counts"]) > MOST_OFFERS:
        raise click.UsageError(f"a letter shows at most {MOST_OFFERS} offers side by side")
    if strange:
        raise click.UsageError(f"{occasion} has no use for {' and '.join(strange)}")


def _offers(
    session: Session, customer: str, asked: Asked, counts: tuple[int, ...], first: date
) -> tuple[tuple[Plan, ...], tuple[Problem, ...]]:
    """Return a plan for each of `counts`, worked out as `kit agree` does, or why there is none."""
    (case,) = cases(session.book, session.as_of, [customer])
    found: list[Plan] = []
    problems: list[Problem] = []
    for count in dict.fromkeys(counts):
        wish = Wish(count, None, None, (), first, Every(), None, False, 0, 1000, asked.by, asked.invoices, GRACE,
                    ACCELERATION)  # fmt: skip
        plan, faults = proposal(case, wish, session.book.calendar)
        found += [plan] if plan else []
        problems += faults
    return tuple(found), tuple(problems)


def _documents(
    session: Session, customer: str, occasion: str, asked: Asked
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the drafts, or the one thing in the state of the book that stands against them."""
    book, case = session.book, asked_case(session, customer, asked)
    about, problems = subject(occasion, case)
    if about is None:
        return (), problems
    assets, faults = assets_of(session.folder, book)
    documents, more = letter_set(book, case, occasion, about, Wording(resources.roots(session.folder)), assets)
    return documents, (*faults, *more)
