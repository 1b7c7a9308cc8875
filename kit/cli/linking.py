"""`kit links`: the private addresses of the customers' pages, what happened to them, new ones, none any more."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from kit.cli.helping import WholeSentences
from kit.cli.session import Session, book_options, day_option, known_customers, open_book
from kit.cli.tables import table
from kit.domain.addresses import Act, State, Trace, given_up, mark, states, traces, until
from kit.domain.model import Link
from kit.output.recording import Held, new_token, recording_lock, write_links, write_trail
from kit.reading.files import LINKS


@click.group(cls=WholeSentences, invoke_without_command=True)
@click.option("--addresses", is_flag=True, help="Show the addresses too: whoever knows one sees the page.")
@book_options
@day_option
@click.pass_context
def links(context: click.Context, addresses: bool, folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""List the private addresses of all pages, and what happened to them.

    Says which stand and until when, and what to do where links.yaml was lost, lies on another computer or was
    taken from an old backup. An address that was given up is never used again.

    \b
    Examples:
      kit links
      kit links rotate maju-jaya
      kit links revoke maju-jaya
    """
    if context.invoked_subcommand is not None:
        return
    session = open_book(folder, as_of, lang, warn=False)
    book, say = session.book, session.say
    found = _states(session)
    rows = []
    for customer, each in found.items():
        link = book.links.get(customer)
        last = str(until(link, book.policy.link_days)) if link else ""
        word = say.door("link-stands") if each is State.STANDS else say.door(f"link-{each}-state")
        shown = [f"{book.creditor.base_url or ''}{link.token}/" if link else ""] if addresses else []
        rows.append([customer, str(link.made) if link else "", last, word, *shown])
    head = [*say.door("links-columns").split(", "), *([LINKS] if addresses else [])]
    click.echo("\n".join([table(head, rows, ()), "", *_happened(session, list(found.values()))]))


@links.command()
@click.argument("customers", metavar="CUSTOMER...", nargs=-1, required=True)
@book_options
@day_option
def rotate(customers: tuple[str, ...], folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""Give each CUSTOMER a new private address; the old one never leads to a page again.

    For a link that was passed on, has expired, or was given up before. Build and publish afterwards, and send the
    new link.

    \b
    Example:
      kit links rotate maju-jaya
    """
    _change(customers, Act.REPLACED, folder, lang, as_of)


@links.command()
@click.argument("customers", metavar="CUSTOMER...", nargs=-1, required=True)
@book_options
@day_option
def revoke(customers: tuple[str, ...], folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""Take the private address of each CUSTOMER away: no page and no link, until you rotate.

    Build and publish afterwards: the page stays on your host until then.

    \b
    Example:
      kit links revoke maju-jaya
    """
    _change(customers, Act.REVOKED, folder, lang, as_of)


def _change(customers: tuple[str, ...], act: Act, folder: Path, lang: str | None, as_of: date | None) -> None:
    open_book(folder, as_of, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        known_customers(session, customers)
        for customer in dict.fromkeys(customers):
            session = _changed(held, session, customer, act, folder, lang, as_of)
    code = "link-rotated" if act is Act.REPLACED else "link-revoked"
    for customer in dict.fromkeys(customers):
        click.echo(session.say.door(code, customer=customer))


def _changed(
    held: Held, session: Session, customer: str, act: Act, folder: Path, lang: str | None, as_of: date | None
) -> Session:
    """Give up every address that `customer` ever had, make a new one where asked, and read the book again."""
    kept = dict(session.book.links)
    trail = session.book.trail
    trail = (*trail, *traces(kept, trail))
    gone = given_up(trail)
    own = {each.mark for each in trail if each.customer == customer and each.mark not in gone}
    old = kept.pop(customer, None)
    if old is not None and mark(old.token) not in gone:
        own.add(mark(old.token))
    trail = (*trail, *(Trace(session.as_of, act, customer, each) for each in sorted(own)))
    if act is Act.REPLACED:
        link = Link(new_token(), session.as_of)
        kept[customer] = link
        trail = (*trail, Trace(session.as_of, Act.MADE, customer, mark(link.token)))
    elif not own:
        # Nothing was made yet: the wish to have none is kept all the same.
        trail = (*trail, Trace(session.as_of, act, customer, mark(new_token())))
    write_trail(held, trail)
    write_links(held, kept)
    return open_book(folder, as_of, lang, warn=False)


def _states(session: Session) -> dict[str, State]:
    book = session.book
    everybody = [each.id for each in book.customers]
    return dict(states(everybody, book.links, book.trail, session.as_of, book.policy.link_days))


def _happened(session: Session, found: list[State]) -> Iterator[str]:
    """Yield what happened to the addresses and what to do about it."""
    told = False
    for each in (State.LOST, State.GIVEN_UP, State.EXPIRED):
        if count := found.count(each):
            told = True
            yield session.say.door(f"links-happened-{each}", count=count)
    path = session.folder / LINKS
    if os.name == "posix" and path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        told = True
        yield session.say.door("links-open", path=path)
    if not told:
        yield session.say.door("links-fine")
