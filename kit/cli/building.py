"""`kit build`: everything for the day, written all at once, and a summary that a person wants to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_rupiah
from kit.build import STEPS, Prepared, prepare, too_early, write
from kit.cli.session import Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.domain.cases import Case
from kit.domain.holds import questions
from kit.domain.verdict import Blocked, Send, occasion
from kit.output.manifest import Manifest

#: Lines of the closing summary before it says "and so many more".
MOST_LINES = 12

KINDS = (("letters/", ".pdf", "letter"), ("outbox/", ".eml", "mail"), ("outbox/", ".txt", "whatsapp"),
         ("outbox/", ".pdf", "call"), ("lawyers/", ".zip", "casefile"))  # fmt: skip


@click.command()
@book_options
@day_option
@click.option(
    "--only", multiple=True, metavar="CUSTOMER", help="Build these customers only, into build-only/. Repeatable."
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Workers that lay out papers. Default: the cores."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Output folder. Default: BOOK/build.")
@click.option("--verbose", is_flag=True, help="Name the seven steps as they are done.")
def build(
    folder: Path,
    lang: str | None,
    as_of: date | None,
    only: tuple[str, ...],
    jobs: int | None,
    out: Path | None,
    verbose: bool,
) -> None:
    """Make all messages, letters and pages of the day.

    Building sends nothing and records nothing: run it as often as you like. The whole output folder
    is exchanged at once; what was there before stays until everything new is ready.

    \b
    Examples:
      kit build
      kit build --only maju-jaya --as-of 2026-11-23
    """  # noqa: D301 - Click's paragraph mark
    step = announcer(verbose)
    step(1), step(2)
    session = open_book(folder, as_of, lang)
    known_customers(session, only)
    early = too_early(session.book, session.as_of)
    if early:
        refuse(early, folder, session.say.lang)
    for number in (3, 4, 5, 6):
        step(number)
    prepared, problems = prepare(folder, session.files, session.book, session.as_of, session.books_voice, only)
    if prepared is None:
        refuse(problems, folder, session.say.lang)
    step(7)
    place = out or folder / ("build-only" if only else "build")
    with bar(session, len(prepared.plan.files)) as progress:
        manifest, more = write(prepared, place, jobs or os.cpu_count() or 1, progress)
    said = (*problems, *more)
    if manifest is None:
        refuse(said, folder, session.say.lang)
    if said:
        show(said, folder, session.say.lang)
    click.echo(summary(session, prepared, manifest, place))


def announcer(verbose: bool) -> Callable[[int], None]:
    """Return what says "Step 3: state the accounts" where the operator wants to hear it."""

    def say(number: int) -> None:
        if verbose:
            click.echo(f"Step {number}: {STEPS[number - 1]}", err=True)

    return say


@contextmanager
def bar(session: Session, length: int) -> Iterator[Callable[[int, int], None]]:
    """Show progress on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    with click.progressbar(length=length, label=session.say.door("progress"), file=sys.stderr) as shown:
        yield lambda done, _whole: shown.update(done - shown.pos)


def summary(session: Session, prepared: Prepared, manifest: Manifest, place: Path) -> str:
    """Return what a person wants to know: how many of what, what to send, what needs attention, where to look."""
    say = session.say
    lines = [f"{session.book.creditor.name}, {say.door('as-of', day=session.as_of)}", ""]
    for kind, count in counts(manifest):
        lines += [say.door("by-kind", count=count, kind=say.door(f"kind-{kind}"))] if count else []
    sends = [_send_line(session, case, message) for case in prepared.cases if (message := occasion(case.verdict))]
    lines += ["", *(_listed(say.door("today"), sends, session) or [say.door("nothing-today")])]
    needs = [
        f"  {case.customer.id}: {say.reason(need)}"
        for case in prepared.cases
        if isinstance(case.verdict, Blocked)
        for need in case.verdict.needs
    ]
    if needs:
        lines += ["", *_listed(say.door("attention"), needs, session)]
    rules = (session.as_of, session.book.policy, session.book.calendar)
    asked = [
        f"  {case.customer.id}: {say.reason(each)}"
        for case in prepared.cases
        for each in questions(case.customer, *rules)
    ]
    if asked:
        lines += ["", *_listed(say.door("questions"), asked, session)]
    where = {name: str(place / name) for name in ("outbox", "letters", "site")}
    return "\n".join([*lines, "", say.door("where", **where)])


def counts(manifest: Manifest) -> Iterator[tuple[str, int]]:
    """Yield each kind of document with how many there are."""
    for start, end, kind in KINDS:
        yield kind, sum(each.path.startswith(start) and each.path.endswith(end) for each in manifest.files)
    pages = [each for each in manifest.files if each.path.startswith("site/") and each.customer is not None]
    yield "page", sum(each.path.endswith("/index.html") for each in pages)


def _send_line(session: Session, case: Case, message: Send) -> str:
    amount = format_rupiah(sum(line.outstanding or line.paid for line in message.items))
    by = ", ".join(message.channels)
    return f"  {case.customer.id:<20} {message.stage.name:<12} {amount:>16}  {session.say.day(message.act_on)}  {by}"


def _listed(title: str, lines: list[str], session: Session) -> list[str]:
    if not lines:
        return []
    more = len(lines) - MOST_LINES
    return [title, *lines[:MOST_LINES], *([session.say.door("more", count=more)] if more > 0 else [])]
