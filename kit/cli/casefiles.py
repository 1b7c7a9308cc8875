"""`kit casefile`: everything that counsel needs about one customer, as one folder and one zip."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from kit.build import prepare_casefile, too_early, write
from kit.cli.building import bar
from kit.cli.session import book_options, day_option, known_customers, open_book, refuse, show

#: Below the book, one for each customer: no case takes the place of another one.
FOLDER = "build-casefile-{customer}"


@click.command()
@click.argument("customer")
@book_options
@day_option
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Workers that lay out papers. Default: the cores."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Output folder. Default: BOOK/build-casefile-CUSTOMER.",
)
def casefile(
    customer: str, folder: Path, lang: str | None, as_of: date | None, jobs: int | None, out: Path | None
) -> None:
    r"""Make the case folder of CUSTOMER for a lawyer, and a zip of it.

    Summary, chronology, computation of the claim, numbered exhibits with their files, what is still
    missing, contact log, route and cost card, drafts of power of attorney and claim, hash list. `kit
    build` makes the same folder for everybody who has come to the handover. Nothing is sent or recorded.

    \b
    Example:
      kit casefile prima-niaga
    """
    session = open_book(folder, as_of, lang)
    known_customers(session, [customer])
    early = too_early(session.book, session.as_of)
    if early:
        refuse(early, folder, session.say.lang)
    prepared, problems = prepare_casefile(folder, session.files, session.book, session.as_of, customer)
    if prepared is None:
        refuse(problems, folder, session.say.lang)
    place = out or folder / FOLDER.format(customer=customer)
    with bar(session, len(prepared.plan.files)) as progress:
        manifest, more = write(prepared, place, jobs or os.cpu_count() or 1, progress)
    said = (*problems, *more)
    if manifest is None:
        refuse(said, folder, session.say.lang)
    if said:
        show(said, folder, session.say.lang)
    home = place / "lawyers" / customer
    click.echo(session.say.door("casefile", folder=home, zip=f"{home}.zip", todo=home / "05-kekurangan.pdf"))
