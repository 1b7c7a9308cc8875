"""`kit gallery`: every document that the book makes, small, on one page for a reviewer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from kit import resources
from kit.build import hosts_of, prepare, prepare_casefile, too_early
from kit.cli.session import Session, book_options, day_option, open_book, refuse
from kit.composing.documents import Document, Sheet
from kit.composing.gallery import Tile, kind, shown
from kit.composing.gallery import gallery as page
from kit.composing.shelf import Shelf
from kit.output.starting import put
from kit.output.thumbnails import drawer, pictures
from kit.output.workers import render_all

#: Below the book; a build never lies here.
FOLDER, NAME = "build-gallery", "index.html"


@click.command()
@book_options
@day_option
@click.option("--ahead", type=click.IntRange(0, 366), default=30, show_default=True, metavar="DAYS",
              help="Look so many days ahead for kinds of documents that nobody gets on the day.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help=f"Output folder. Default: BOOK/{FOLDER}.")
def gallery(folder: Path, lang: str | None, as_of: date | None, ahead: int, out: Path | None) -> None:
    r"""Show every document of the book, small, on one page.

    For whoever reviews wording and looks: letters, agreements, e-mails, WhatsApp texts, call sheets,
    pages and case folders of the day, then one of each kind that only comes in the days after, and
    at the end the wording that the book never shows. Nothing is sent or recorded. The page holds
    customers' data: never publish it. Needs pdftoppm (Debian's poppler-utils).

    \b
    Example:
      kit gallery
    """
    tool = drawer()
    session = open_book(folder, as_of, lang)
    early = too_early(session.book, session.as_of)
    if early:
        refuse(early, folder, session.say.lang)
    found = list(_documents(session, ahead))
    sheets = {each.path: each for _, each in found if isinstance(each, Sheet)}
    drawn: dict[str, tuple[bytes, ...]] = {}
    for made in render_all(sheets.values(), resources.fonts(), hosts=hosts_of(session.book), jobs=os.cpu_count() or 1):
        if made.problems:
            refuse(made.problems, folder, session.say.lang)
        drawn[made.path] = pictures(tool, made.pdf, made.path)
    tiles = [Tile(each, session.say.day(day), drawn.get(each.path, ())) for day, each in found]
    unseen = _wordings(folder) - {part for _, each in found for part in Path(each.path).with_suffix("").parts}
    place = out or folder / FOLDER
    put(place, {NAME: page(session.book.creditor.name, tiles, unseen, session.say.lang).encode()})
    click.echo(session.say.door("gallery", count=len(tiles), pages=sum(map(len, drawn.values())), file=place / NAME))


def _documents(session: Session, ahead: int) -> Iterator[tuple[date, Document]]:
    """Yield the documents of the day, the case folders of all who have one, and kinds that come in the days after."""
    seen: set[str] = set()
    paths: set[str] = set()
    for day in (session.as_of + timedelta(days) for days in range(ahead + 1)):
        prepared, problems = prepare(session.folder, session.files, session.book, day, session.books_voice)
        if day == session.as_of and prepared is None:
            refuse(problems, session.folder, session.say.lang)
        made = [file.document for file in prepared.plan.files] if prepared else []
        if day == session.as_of:
            for who in session.book.customers:
                case, _ = prepare_casefile(session.folder, session.files, session.book, day, who.id)
                made += [file.document for file in case.plan.files] if case else []
        for each in made:
            fresh = kind(each) not in seen and each.path.startswith(("letters/", "outbox/"))
            fresh |= day == session.as_of
            if shown(each) and fresh and each.path not in paths:
                paths.add(each.path)
                yield day, each
        seen |= {kind(each) for each in made}


def _wordings(folder: Path) -> set[str]:
    """Return the occasions for which the shelf has wording."""
    files = Shelf(resources.roots(folder)).files("letters", ".md")
    return {path.split("/")[1] for path in files if path.count("/") == 2} - {"parts", "frames", "casefile", "fonts"}
