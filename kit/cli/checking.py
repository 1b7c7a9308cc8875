"""`kit check`: says every problem of a book at once, and writes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from kit.basics.problems import Problem, has_errors, ordered
from kit.cli import problems as rendering
from kit.cli.linting import own_wording
from kit.cli.mending import drifted, kept_papers, mended
from kit.cli.sayings import Sayings
from kit.cli.session import book_options, language, settle, today_in
from kit.reading.book import read_book


@click.command()
@book_options
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "annotations"]),
    default="text",
    help="How to say it: for a person, for a program, or as annotations that code hosts show beside lines.",
)
@click.option("--repair", is_flag=True, help="Put the last entry of a register that was cut off aside, and say so.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def check(folder: Path, lang: str | None, style: str, as_json: bool, repair: bool) -> None:
    """Read the whole book and say every problem with its file, line and column.

    Also what drifted: issued letters whose invoices changed since, papers and proofs that are gone or changed.
    Wording of the book's own is read for courtesy, too (`kit lint` reads the kit's as well).

    \b
    Example:
      kit check --book ~/books/sari-rasa
    """  # noqa: D301 - Click's paragraph mark
    settle(folder)
    mending: tuple[Problem, ...] = ()
    if repair:
        mending = tuple(mended(folder))
    book, problems = read_book(folder)
    if book is not None:
        today = book.creditor.as_of or today_in(book.creditor.zone)
        problems = (*problems, *drifted(book, today), *kept_papers(folder, book), *own_wording(folder, book))
    problems = ordered((*mending, *problems))
    lang = language(lang or (book.creditor.lang if book else None))
    style = "json" if as_json else style
    if style == "json":
        click.echo(rendering.as_json(problems, lang))
    elif style == "annotations":
        click.echo(rendering.as_annotations(problems, lang), nl=bool(problems))
    elif problems:
        click.echo(rendering.as_text(problems, folder, lang), err=True)
    if has_errors(problems):
        raise click.exceptions.Exit(1)
    if style == "text" and book is not None:
        invoices = sum(len(customer.invoices) for customer in book.customers)
        click.echo(Sayings(lang).door("check-good", customers=len(book.customers), invoices=invoices))
