"""`kit record --from FILE`: rows of what people did, tried first, entered together, each once."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import MappingProxyType

import click

from kit.basics.problems import Problem, error, has_errors
from kit.cli import problems as rendering
from kit.cli.session import Refused, Session, open_book, refuse
from kit.output import batch
from kit.output.evidence import keep_evidence
from kit.output.failure import operating
from kit.output.recording import Held, recording_lock
from kit.reading.book import book_of
from kit.reading.fields import nearest, quoted
from kit.reading.files import CUSTOMERS, REGISTERS, Files
from kit.reading.rows import Row, Said, read_rows

#: What the desk calls the options of `kit record sent`.
ALIASES = {"sent": {"channel": "via", "items": "invoice"}}
#: Between the words of a text that stands for several.
BETWEEN = "|"
#: Options that belong to the whole run.
_OUTSIDE = frozenset({"folder", "lang", "listing"})


def enter_rows(commands: Mapping[str, click.Command], source: Path, folder: Path, lang: str | None) -> None:
    """Enter every row of the file `source`, or none where one is wrong; one that was entered before is passed over."""
    open_book(folder, None, lang, warn=False)  # no lock file in a folder that is no book
    with operating(source):
        raw = source.read_bytes()
    with recording_lock(folder) as held:
        session = open_book(folder, None, lang, warn=False)
        rows, problems = read_rows(raw, os.path.relpath(source, folder))
        before = batch.entered(folder)
        rows, known, faults = _new(rows, before)
        if problems or faults:
            refuse((*problems, *faults), folder, session.say.lang)
        known_ids = {each.id for each in session.book.customers}
        proofs = {str(row.said.get("customer")) for row in rows if "file" in row.said} & known_ids
        with batch.rehearsal(folder, _touched(session, rows), proofs) as place:
            told = _rehearse(commands, session, rows, place, source.parent)
            _write(held, session, rows, before, place)
    for each in told:
        click.echo(each)
    click.echo(session.say.door("rows-entered", count=len(rows), known=known))


def _new(rows: Iterable[Row], before: Mapping[str, str]) -> tuple[tuple[Row, ...], int, tuple[Problem, ...]]:
    """Return the rows that were not entered yet, how many were, and those whose id meant something else then."""
    found, known, problems = [], 0, []
    for row in rows:
        if row.key not in before:
            found.append(row)
        elif before[row.key] == row.content:
            known += 1
        else:
            problems.append(error("row-changed", row.at))
    return tuple(found), known, tuple(problems)


def _rehearse(
    commands: Mapping[str, click.Command], session: Session, rows: Sequence[Row], place: Path, home: Path
) -> list[str]:
    """Enter the rows one after the other into a copy of what they touch; leave, naming each row that is refused."""
    told: list[str] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        said = io.StringIO()
        reasons: list[str] = []
        try:
            command, words = _words(commands, row, place, home)
            with (
                redirect_stdout(said),
                redirect_stderr(io.StringIO()),
                command.make_context(row.kind, words) as context,
            ):
                command.invoke(context)
        except _Wrong as wrong:
            reasons = [rendering.in_a_line(wrong.problem, session.say.lang)]
        except Refused as refused:
            reasons = [f"[{each.code}] {rendering.in_a_line(each, session.say.lang)}" for each in refused.problems
                       if has_errors([each])]  # fmt: skip
        except click.UsageError as fault:
            reasons = [fault.format_message()]
        told += said.getvalue().splitlines()
        problems += [error("row-refused", row.at, row=number, kind=row.kind, reason=each) for each in reasons]
    if problems:
        refuse(problems, session.folder, session.say.lang)
    return told


class _Wrong(Exception):
    """A row cannot become a command."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _words(commands: Mapping[str, click.Command], row: Row, place: Path, home: Path) -> tuple[click.Command, list[str]]:
    """Return the command of a row, and its words as a command line: options, then arguments in their order."""
    command = commands.get(row.kind)
    if command is None:
        data = {"kind": quoted(row.kind), "known": ", ".join(sorted(commands)), **nearest(row.kind, list(commands))}
        raise _Wrong(Problem("row-kind-unknown", data=data))
    names = {_name(each): each for each in command.params if each.name not in _OUTSIDE}
    if "date" in names and "date" not in row.said:
        raise _Wrong(Problem("row-date"))
    options, arguments = ["--book", str(place)], {}
    for key, value in row.said.items():
        name = ALIASES.get(row.kind, {}).get(key, key)
        if name not in names:
            data = {"field": quoted(key), "kind": row.kind, "known": ", ".join(names), **nearest(key, list(names))}
            raise _Wrong(Problem("row-field", data=data))
        given = names[name]
        words = _said(name, given, value)
        if isinstance(given.type, click.Path):
            words = [str(_proof(home / each, place, str(row.said.get("customer")))) for each in words]
        if isinstance(given, click.Argument):
            arguments[name] = words
        elif isinstance(given, click.Option) and given.is_flag:
            options += _flag(name, given, words)
        else:
            options += [word for each in words for word in (given.opts[0], each)]
    return command, [*options, "--", *(word for name in names for word in arguments.get(name, ()))]


def _name(param: click.Parameter) -> str:
    """Return what a row calls an option or argument: the option's own long name, with underscores for hyphens."""
    long = [each[2:] for each in param.opts if each.startswith("--")]
    return (long[0] if long else param.name or "").replace("-", "_")


def _said(name: str, param: click.Parameter, value: Said) -> list[str]:
    """Return the words that a row gives an option or argument: several only where it takes several."""
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, str):
        return [each.strip() for each in value.split(BETWEEN)] if param.multiple else [value]
    if len(value) != 1 and not param.multiple:
        raise _Wrong(Problem("row-several", data={"field": name}))
    return list(value)


def _flag(name: str, option: click.Option, words: Sequence[str]) -> list[str]:
    if words[0].lower() not in ("yes", "no", "true", "false"):
        raise _Wrong(Problem("row-flag", data={"field": name}))
    return option.opts[:1] if words[0].lower() in ("yes", "true") else []


def _proof(path: Path, place: Path, customer: str) -> Path:
    """Return where the rehearsal finds a proof: in its copy of the evidence, where the book keeps it already."""
    kept = (place.parents[2] / batch.EVIDENCE / customer).resolve()
    real = path.resolve()
    return place / batch.EVIDENCE / customer / real.relative_to(kept) if real.is_relative_to(kept) else path


def _touched(session: Session, rows: Iterable[Row]) -> dict[str, bytes]:
    """Return the files of the book that the rows need: what all share, and the customers whom they name."""
    who = {str(row.said.get("customer")) for row in rows}
    files = session.files.contents.items()
    return {path: raw for path, raw in files if not path.startswith((CUSTOMERS, REGISTERS)) or Path(path).stem in who}


def _write(held: Held, session: Session, rows: Sequence[Row], before: Mapping[str, str], place: Path) -> None:
    """Take what the rehearsal made over into the book, once the whole book reads with it."""
    old = session.files.contents
    changed = {}
    for folder in (CUSTOMERS, REGISTERS):
        for path in sorted((place / folder).glob("*.yaml")):
            name, raw = f"{folder}{path.name}", path.read_bytes()
            if old.get(name) != raw:
                changed[name] = raw
    problems = book_of(Files(MappingProxyType(dict(sorted({**old, **changed}.items())))))[1]
    if has_errors(problems):
        refuse([each for each in problems if has_errors([each])], held.book, session.say.lang)
    for proof in sorted((place / batch.EVIDENCE).glob("*/*")):
        if proof.is_file():
            kept = keep_evidence(held, proof.parent.name, proof)[1]
            if kept:
                refuse(kept, held.book, session.say.lang)
    if rows:
        changed[batch.ENTERED] = batch.entered_text(before, ((row.key, row.content) for row in rows))
    batch.write_together(held.book, changed)
