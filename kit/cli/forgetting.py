"""`kit forget`: takes everything about one customer out of the book; the numbers of their papers stay used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_rupiah
from kit.basics.problems import error
from kit.cli.session import book_options, day_option, known_customers, open_book, refuse
from kit.domain.forgotten import stones
from kit.domain.ledger import statement_of_account
from kit.output.forgetting import forget as carry_out
from kit.output.forgetting import kept_files
from kit.output.recording import recording_lock


@click.command()
@click.argument("customer")
@click.option("--yes", is_flag=True, help="Do it. Without this, only tell what would go.")
@click.option("--although-open", is_flag=True, help="Also where invoices are still open.")
@book_options
@day_option
def forget(customer: str, yes: bool, although_open: bool, folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""Take everything about CUSTOMER out of the book, for good.

    File, register, issued papers, evidence, private address and transfer codes go. What stays are the numbers of the
    papers, so that none is given twice, and the mark of the address, so that it never leads anywhere again. Ask
    first whether the law makes you keep accounts and papers for longer. Builds, backups, the history of git and your
    host are not touched: the command says what to do about them.

    \b
    Examples:
      kit forget warung-bambu
      kit forget warung-bambu --yes
    """
    open_book(folder, as_of, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        known_customers(session, [customer])
        who = next(each for each in session.book.customers if each.id == customer)
        owed = statement_of_account(who, session.as_of).outstanding
        if owed and not although_open:
            refuse([error("forget-open", None, customer=customer, sum=format_rupiah(owed))], folder, session.say.lang)
        files = [path.relative_to(folder).as_posix() for path in kept_files(folder, customer)]
        left = tuple(stones(session.book.register(customer), session.as_of))
        if yes:
            carry_out(held, session.book, customer, left)
    say = session.say
    code = "forgotten" if yes else "would-forget"
    click.echo("\n".join([say.door(code, customer=customer, count=len(files)), *(f"  {each}" for each in files)]))
    click.echo(say.door("numbers-stay", count=len(left)))
    click.echo(say.door("forget-elsewhere" if yes else "forget-yes", customer=customer))
