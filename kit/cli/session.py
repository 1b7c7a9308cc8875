"""Opens a book for a command: which folder, which day, which language. Reads the clock, the only place that does."""

from __future__ import annotations

import locale
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import click

from kit.basics.dates import parse_date
from kit.basics.problems import Problem, ordered
from kit.cli import problems as rendering
from kit.cli.sayings import Sayings
from kit.domain.calendar import Zone
from kit.domain.model import Book
from kit.output.batch import is_unfinished
from kit.output.recording import recording_lock
from kit.reading.book import read
from kit.reading.files import Files
from kit.reading.kinds import FIRST_YEAR, LAST_YEAR

LANGUAGES = ("en", "id")


@dataclass(frozen=True, slots=True)
class Session:
    """A book that was read without errors, seen on one day, in one language."""

    folder: Path
    files: Files
    book: Book
    as_of: date
    say: Sayings
    #: The day on which nothing later may be recorded: the book's own, else the creditor's calendar day.
    today: date

    @property
    def books_voice(self) -> Sayings:
        """The catalogue in the language of the book, for what is built: the same whoever builds it."""
        return Sayings(self.book.creditor.lang or "id")


class Refused(click.exceptions.Exit):
    """The end of a command that problems stopped: exit code 1, and what was told."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(1)
        self.problems = tuple(problems)


class Day(click.ParamType[date]):
    """A day written YYYY-MM-DD, in the years that a date of a book may lie in."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse the word with the way to write it."""
        if isinstance(value, date):
            return value
        day = parse_date(str(value))
        if day is None:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{day} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


def book_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--book` and `--lang`, the same for all."""
    options = (
        click.option("--book", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(),
                     show_default="here", help="Folder of the book."),
        click.option("--lang", type=click.Choice(LANGUAGES), help="Language of what the kit says to you."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def day_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--as-of`."""
    note = "Day to look from, YYYY-MM-DD. Default: the book's own day, else today where the creditor is."
    return click.option("--as-of", type=Day(), metavar="DATE", help=note)(command)


def open_book(folder: Path, as_of: date | None, lang: str | None, *, warn: bool = True) -> Session:
    """Read the book in `folder`, or print every problem and leave with exit code 1."""
    settle(folder)
    files, book, problems = read(folder)
    if book is None:
        refuse(problems, folder, lang)
    if warn and problems:
        show(problems, folder, lang or book.creditor.lang)
    today = book.creditor.as_of or today_in(book.creditor.zone)
    return Session(folder, files, book, as_of or today, Sayings(language(lang or book.creditor.lang)), today)


def settle(folder: Path) -> None:
    """Wait for, or finish, what another run is writing together into the book in `folder`."""
    if is_unfinished(folder):
        with recording_lock(folder):
            pass


def today_in(zone: Zone) -> date:
    """Return the day that it is now in `zone`."""
    return zone.local_day(datetime.now(UTC).replace(tzinfo=None))


def known_customers(session: Session, wanted: Iterable[str]) -> None:
    """Leave with exit code 1 where `wanted` names somebody the book does not know."""
    known = [each.id for each in session.book.customers]
    unknown = [each for each in wanted if each not in known]
    if unknown:
        refuse([_unknown(each, known) for each in unknown], session.folder, session.say.lang)


def refuse(problems: Iterable[Problem], folder: Path, lang: str | None) -> NoReturn:
    """Print `problems` and leave with exit code 1: something in the book is wrong, nothing was written."""
    problems = tuple(problems)
    show(problems, folder, lang)
    raise Refused(problems)


def show(problems: Iterable[Problem], folder: Path, lang: str | None) -> None:
    """Print `problems` to stderr, sorted, each with its line."""
    click.echo(rendering.as_text(ordered(problems), folder, language(lang)), err=True)


def language(wished: str | None) -> str:
    """Return the language to speak: the wished one, else that of the machine's locale, else English."""
    if wished in LANGUAGES:
        return wished
    return "id" if (locale.getlocale()[0] or "").startswith("id") else "en"


def _unknown(word: str, known: list[str]) -> Problem:
    near = get_close_matches(word, known, n=1)
    return Problem("unknown-customer", data={"customer": word, **({"nearest": near[0]} if near else {})})
