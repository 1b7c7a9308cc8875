"""`kit lint`: reads the wording for courtesy, as templates and as the messages of the day, and writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit import resources
from kit.basics.problems import Problem, has_errors, ordered
from kit.build import prepare
from kit.cli import problems as rendering
from kit.cli.session import book_options, day_option, open_book
from kit.composing.lint import allowed_in, lint_wording, templates
from kit.composing.parts import check_made
from kit.composing.shelf import Shelf
from kit.domain.model import Book


@click.command()
@book_options
@day_option
@click.option("--json", "as_json", is_flag=True, help="Say it for a program.")
def lint(folder: Path, lang: str | None, as_of: date | None, as_json: bool) -> None:
    r"""Read all wording for courtesy: the kit's, and what the book has put in its place.

    Threats, shaming, third parties, crime, capitals, promises of daily contact, words too early for
    the tone of a stage; and the parts that each message needs, in its template and in the messages
    of the day. A template may ask to be excused: {# santun: allow RULE because REASON #}.

    \b
    Example:
      kit lint --book ~/books/sari-rasa
    """
    session = open_book(folder, as_of, lang, warn=False)
    shelf = Shelf(resources.roots(folder))
    problems = lint_wording(shelf, session.book.policy.ladders.values())
    # Wording that cannot be filled is told by the build, and has no messages to look at.
    made, faults = prepare(folder, session.files, session.book, session.as_of, session.books_voice)
    if made is not None:
        documents = (file.document for file in made.plan.files)
        problems += tuple(check_made(made.book, made.cases, documents, allowed_in(shelf)))
    told = ordered(once((*problems, *(each for each in faults if made is None))))
    if as_json:
        click.echo(rendering.as_json(told, session.say.lang))
    elif told:
        click.echo(rendering.as_text(told, folder, session.say.lang), err=True)
    if has_errors(told):
        raise click.exceptions.Exit(1)
    if not as_json:
        click.echo(session.say.door("lint-good", templates=len(templates(shelf))))


def own_wording(folder: Path, book: Book) -> tuple[Problem, ...]:
    """Return what is wrong with the templates that the book itself has: those of the kit are clean."""
    roots = resources.roots(folder)
    mine = templates(Shelf(roots[:1]))
    return lint_wording(Shelf(roots), book.policy.ladders.values(), mine) if mine else ()


def once(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return `problems` without a missing part told of one template twice, by its text and by its messages."""
    kept: dict[object, Problem] = {}
    for each in problems:
        kept.setdefault((each.code, each.at, each.at.width if each.at else 1), each)
    return tuple(kept.values())
