"""`kit plan`: what a build would make, and what is new since the last one. Writes nothing."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import click

from kit.build import Prepared, prepare
from kit.cli.session import Session, book_options, day_option, known_customers, open_book, refuse
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case
from kit.domain.pacing import MOVES, province_of
from kit.domain.verdict import occasion
from kit.output import manifest


@click.command()
@book_options
@day_option
@click.option("--only", multiple=True, metavar="CUSTOMER", help="Look at these customers only.")
@click.option("--list", "as_list", is_flag=True,
              help="Print one line CUSTOMER STAGE CHANNEL per message, for `kit record sent --list`.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For a program: every file with its state.")
def plan(
    folder: Path, lang: str | None, as_of: date | None, only: tuple[str, ...], *, as_list: bool, as_json: bool
) -> None:
    r"""Show what a build would make for the day, and what is new since the last build.

    \b
    Examples:
      kit plan
      kit plan --list > today.txt
    """
    session = open_book(folder, as_of, lang, warn=False)
    known_customers(session, only)
    prepared, problems = prepare(folder, session.files, session.book, session.as_of, session.books_voice, only)
    if prepared is None:
        refuse(problems, folder, session.say.lang)
    if as_list:
        click.echo(messages(prepared), nl=False)
    else:
        states = compared(prepared, manifest.read(folder / "build"))
        click.echo(json.dumps(states, indent=2) if as_json else as_text(session, states, prepared.cases))


def messages(prepared: Prepared) -> str:
    """Return the messages of the day as lines that `kit record sent --list` reads."""
    sends = [(case.customer.id, message) for case in prepared.cases if (message := occasion(case.verdict))]
    return "".join(f"{customer} {message.stage.name} {message.channel}\n" for customer, message in sends)


def compared(prepared: Prepared, before: manifest.Manifest | None) -> dict[str, str]:
    """Return every file of the plan and of the last build with its state: new, changed, same or gone.

    A page without a private address yet is named as such: its address is made by the build.
    """
    old = {file.path: file.key for file in before.files} if before else {}
    unnamed = {f"site/{link.token}/": customer for customer, link in prepared.new_links.items()}
    states = {}
    for file in prepared.plan.files:
        start = next((start for start in unnamed if file.path.startswith(start)), None)
        path = file.path if start is None else file.path.replace(start, f"site/<{unnamed[start]}>/")
        states[path] = "new" if file.path not in old else "same" if old[file.path] == file.key else "changed"
    gone = old.keys() - {file.path for file in prepared.plan.files}
    return dict(sorted((states | dict.fromkeys(gone, "gone")).items()))


def as_text(session: Session, states: dict[str, str], found: tuple[Case, ...] = ()) -> str:
    """Return the files that are not as they were, how many there are of each state, and words that were moved."""
    say = session.say
    lines = [f"{session.book.creditor.name}, {say.door('as-of', day=session.as_of)}", ""]
    lines += [f"  {say.door(f'plan-{state}'):<10} {path}" for path, state in states.items() if state != "same"]
    counts = Counter(states.values())
    sums = ", ".join(f"{counts[state]} {say.door(f'plan-{state}')}" for state in ("new", "changed", "same", "gone"))
    late = [line for case in found for line in shifted(session, case)]
    told = ["", say.door("plan-moved"), *late] if late else []
    return "\n".join([*lines, *([""] if len(lines) > 2 else []), sums, *told])


def shifted(session: Session, case: Case) -> list[str]:
    """Return on which day and in which hours the word to a customer goes out where that is not today, and why."""
    message = occasion(case.verdict)
    told = [] if message is None else [each for each in message.reasons if each.code in MOVES]
    if message is None or not told:
        return []
    zone = PROVINCES[province_of(case.customer, session.book.creditor)]
    hours = hours_of(session.book.policy.window, zone, message.act_on)
    why = "; ".join(session.say.reason(each) for each in told if each.code.startswith("closed-"))
    return [f"  {case.customer.id:<20} {message.stage.name:<12} {session.say.day(message.act_on)}, {hours} ({why})"]
