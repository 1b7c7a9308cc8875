"""Days on the command line: every option that takes one, and the years it may lie in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kit.cli.app import kit
from kit.cli.session import Day
from tests.books import run, small_book

OUTSIDE = ["0001-01-01", "1949-12-31", "2200-01-01", "9999-12-31"]
INSIDE = ["1950-01-01", "1970-01-01", "2038-01-19", "2100-02-28", "2199-12-31"]


def leaves(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command of the kit that does something, with the words that name it."""
    if not isinstance(command, click.Group):
        yield words, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        yield from leaves(found, (*words, name))


def day_options() -> list[tuple[tuple[str, ...], click.Parameter]]:
    return [(words, each) for words, command in leaves(kit) for each in command.params if each.metavar == "DATE"]


TAKING = day_options()


def test_the_walk_finds_the_options() -> None:
    assert len(TAKING) >= 40
    assert {("build",), ("diff",), ("record", "sent"), ("record", "giro"), ("agree",)} <= {words for words, _ in TAKING}
    assert all(isinstance(each.type, Day) for _, each in TAKING)


@pytest.mark.parametrize("day", OUTSIDE)
@pytest.mark.parametrize(("words", "option"), TAKING)
def test_a_year_outside_those_of_a_book_is_refused(words: tuple[str, ...], option: click.Parameter, day: str) -> None:
    given = (option.opts[0], day) if isinstance(option, click.Option) else (day, day)
    result = run(*words, *given)
    assert result.exit_code == 2
    assert f"{day} lies outside the years 1950 to 2199" in result.output


@pytest.mark.parametrize("day", INSIDE)
def test_every_year_of_a_book_can_be_looked_at(tmp_path: Path, day: str) -> None:
    book = small_book(tmp_path)
    for command in (("check",), ("status",), ("plan",), ("explain", "sumber-rejeki"), ("diff", day)):
        words = {"check": (), "diff": (day,)}.get(command[0], ("--as-of", day))
        result = run(*command, *words, "--book", book)
        assert result.exit_code in (0, 1), (command, result.output)
        assert isinstance(result.exception, SystemExit | None)


def test_a_plan_that_would_leave_those_years_is_not_written(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    path = book / "data/customers/sumber-rejeki.yaml"
    before = path.read_bytes()
    result = run("agree", "sumber-rejeki", "--book", book, "--first", "2190-01-01", "--count", 30, "--every", "months:12",
                 "--write")  # fmt: skip
    assert result.exit_code == 1
    assert "lies outside the years 1950 to 2199" in result.output
    assert path.read_bytes() == before
