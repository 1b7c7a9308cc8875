"""`kit export`: the accounts of a book for another program, which may check our sums."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from kit.cli.session import book_options, day_option, known_customers, open_book
from kit.composing.cells import statement_lines
from kit.composing.journals import DIALECTS, journal
from kit.domain.cases import Case, cases
from kit.output.starting import put

CSV = "csv"


@click.command()
@click.option("--to", "form", type=click.Choice((*DIALECTS, CSV)), required=True, help="Program to write for.")
@click.option("--only", multiple=True, metavar="CUSTOMER", help="Export these customers only.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="File to write, in the place of an earlier one. Default: the screen.")  # fmt: skip
@book_options
@day_option
def export(
    form: str, only: tuple[str, ...], out: Path | None, folder: Path, lang: str | None, as_of: date | None
) -> None:
    r"""Write the accounts of the book for Beancount, hledger or a spreadsheet.

    Journals hold every invoice, payment, refund, credit note and tax slip, late charges and what was
    given up, how money was spread over invoices, and, as balance assertions, what the kit says is
    owed: `bean-check FILE` or `hledger check -f FILE` adds up for itself. No names or addresses go
    along. Entries dated after the day are ignored.

    \b
    Examples:
      kit export --to beancount --out accounts.beancount
      kit export --to csv --as-of 2026-10-31
    """
    session = open_book(folder, as_of, lang, warn=False)
    known_customers(session, only)
    text = _writer(form)(cases(session.book, session.as_of, only))
    if out is None:
        click.echo(text, nl=False)
    else:
        put(out.parent, {out.name: text.encode()})


def _writer(form: str) -> Callable[[tuple[Case, ...]], str]:
    return statement_lines if form == CSV else lambda found: DIALECTS[form](journal(found))
