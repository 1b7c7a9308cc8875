"""`kit subject` and `kit affected`: everything that is held on one customer, and whose data a build held."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from kit.basics.problems import error
from kit.cli.session import Session, book_options, day_option, known_customers, open_book, refuse
from kit.cli.tables import table
from kit.domain.canaries import Mark, canaries
from kit.domain.model import Customer
from kit.output import manifest
from kit.output.forgetting import kept_files
from kit.output.starting import put

#: What is shorter stands in other words.
_LEAST = 5


@click.command()
@click.argument("customer")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="File to write, in the place of an earlier one. Default: the screen.")  # fmt: skip
@book_options
@day_option
def subject(customer: str, out: Path | None, folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""Show everything that the book holds on CUSTOMER, for somebody who asks to see it (UU PDP).

    File and register word by word, papers and evidence with size and SHA-256, the private address, transfer codes,
    where else in the book the customer is named, and the builds that hold something. Internal remarks are among it,
    and so are names of third persons: read it before you hand it on.

    \b
    Examples:
      kit subject maju-jaya
      kit subject maju-jaya --out maju-jaya.txt
    """
    session = open_book(folder, as_of, lang, warn=False)
    known_customers(session, [customer])
    who = next(each for each in session.book.customers if each.id == customer)
    text = "\n".join(_held(session, who)) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        put(out.parent, {out.name: text.encode()})


@click.command()
@click.argument("build", type=click.Path(path_type=Path, exists=True))
@click.option("--below", default="", metavar="PATH", help="Only files below this path of the build, such as site/.")
@book_options
@day_option
def affected(build: Path, below: str, folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""List whose data the BUILD held: for the day on which a folder, a laptop or a host got into wrong hands.

    BUILD is the folder of a build, or a manifest.json that was kept of one. Each customer stands there with the
    number of files and the ways to reach them, as far as the book still knows them.

    \b
    Examples:
      kit affected build
      kit affected build --below site/
    """
    session = open_book(folder, as_of, lang, warn=False)
    found = manifest.read(build) if build.is_dir() else manifest.from_bytes(build.read_bytes())
    if found is None:
        refuse([error("build-unknown", None, path=str(build))], folder, session.say.lang)
    counts: dict[str, int] = {}
    for file in found.files:
        if file.path.startswith(below):
            for one in [file.customer] if file.customer else _on_the_desk(session, file.path):
                counts[one] = counts.get(one, 0) + 1
    known = {each.id: each for each in session.book.customers}
    rows = [_reached(session, one, count, known.get(one)) for one, count in sorted(counts.items())]
    say = session.say
    if rows:
        click.echo(table(say.door("affected-columns").split(", "), rows, (1,)))
    click.echo(say.door("affected", count=len(rows), day=found.as_of))


def _on_the_desk(session: Session, path: str) -> list[str]:
    """Return whom a file that is nobody's tells of: desk and agenda tell of everybody."""
    return [each.id for each in session.book.customers] if path.startswith("desk/") else []


def _reached(session: Session, one: str, count: int, who: Customer | None) -> list[str]:
    if who is None:
        return [one, str(count), session.say.door("no-longer-known"), "", ""]
    return [one, str(count), who.name, who.contact.email or "", who.contact.whatsapp or who.contact.phone or ""]


def _held(session: Session, who: Customer) -> Iterator[str]:
    """Yield the lines of the account of everything that is held on a customer."""
    say, book, folder = session.say, session.book, session.folder
    yield f"{who.name} ({who.id}), {say.door('as-of', day=session.as_of)}"
    for path in sorted(kept_files(folder, who.id)):
        name = path.relative_to(folder).as_posix()
        if name in session.files.contents:
            yield f"\n== {name}\n{session.files.contents[name].decode('utf-8', 'replace').rstrip()}"
        elif path.is_file():
            data = path.read_bytes()
            yield f"\n== {name}\n{len(data)} B, SHA-256 {hashlib.sha256(data).hexdigest()}"
    link = book.links.get(who.id)
    if link:
        yield f"\n== links.yaml\n{book.creditor.base_url or ''}{link.token}/ ({link.made})"
    codes = [f"{each.date}: {each.amount} + {each.code}" for each in book.codes.given if each.customer == who.id]
    if codes:
        yield "\n".join(["\n== codes.yaml", *codes])
    named = list(_named(session, who))
    yield "\n".join([f"\n== {say.door('subject-named')}", *(named or ["-"])])
    builds = list(_builds(folder, who.id))
    yield "\n".join([f"\n== {say.door('subject-builds')}", *(builds or ["-"])])


def _named(session: Session, who: Customer) -> Iterator[str]:
    """Yield where other files of the book name the customer, or hold their address or number."""
    kinds = (Mark.NAME, Mark.EMAIL, Mark.NUMBER)
    words = {each.text.casefold() for each in canaries(session.book, who) if each.mark in kinds}
    words = {each for each in (*words, who.id) if len(each) >= _LEAST}
    own = {f"data/customers/{who.id}.yaml", f"data/register/{who.id}.yaml", "links.yaml", "codes.yaml"}
    for path, raw in session.files.contents.items():
        if path not in own:
            for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
                if any(word in line.casefold() for word in words):
                    yield f"{path}:{number}"


def _builds(folder: Path, customer: str) -> Iterator[str]:
    for place in sorted(folder.glob("build*")):
        found = manifest.read(place) if place.is_dir() else None
        count = sum(each.customer == customer for each in found.files) if found else 0
        if found and count:
            yield f"{place.name}: {count} ({found.as_of})"
