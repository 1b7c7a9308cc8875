"""`kit serve`: a preview of site and desk on this computer alone, made again whenever the book changes."""

from __future__ import annotations

import os
import tempfile
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kit.basics.problems import Problem, ordered
from kit.build import prepare, too_early, write
from kit.cli import problems as rendering
from kit.cli.session import Day, Session, book_options, open_book
from kit.output.failure import OperationalFailure
from kit.output.preview import Preview, Server, watch
from kit.reading.book import read

#: What of a book flows into a build.
_WATCHED = ("data", "letters", "site", "links.yaml")


@click.command()
@book_options
@click.option("--as-of", type=Day(), metavar="DATE", help="Day to look from, YYYY-MM-DD. Default: as in `kit build`.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: any that is free.")
def serve(folder: Path, lang: str | None, as_of: date | None, port: int) -> None:
    r"""Show site and desk on this computer, and again after every change of the book.

    It listens on 127.0.0.1 alone and is no way to publish: for that see docs/deploy.md. Nothing is
    written to build/; a mistake in the book is shown in place of the pages until it is mended.

    \b
    Example:
      kit serve --port 8765
    """
    session = open_book(folder, as_of, lang)
    with tempfile.TemporaryDirectory(prefix="santun-") as place:
        preview = Preview(Path(place) / "build")
        trouble = rebuilt(session, preview.folder)
        preview.renew(trouble)
        try:
            server = Server(port, preview)
        except OSError as fault:
            raise OperationalFailure("port-taken", port=port, reason=fault.strerror or "") from None
        stop = threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(session.say.door("serving", address=server.address))
        try:
            watch(lambda: stamp(folder), lambda: preview.renew(again(session, preview.folder)), stop)
        except KeyboardInterrupt:
            click.echo(session.say.door("served"))
        finally:
            server.shutdown()
            server.server_close()


def again(session: Session, out: Path) -> str:
    """Read the book anew and build it into `out`; return what is wrong with it, empty when all is well."""
    files, book, problems = read(session.folder)
    if book is None:
        return _told(session, problems)
    return rebuilt(Session(session.folder, files, book, session.as_of, session.say, session.today), out)


def rebuilt(session: Session, out: Path) -> str:
    """Build the book of `session` into `out`; return what is wrong with it, empty when all is well."""
    early = too_early(session.book, session.as_of)
    if early:
        return _told(session, early)
    prepared, problems = prepare(session.folder, session.files, session.book, session.as_of, session.books_voice)
    if prepared is None:
        return _told(session, problems)
    # A preview tells nobody a transfer code: the book keeps those that a build gives.
    shown = replace(prepared, new_codes=())
    manifest, problems = write(shown, out, os.cpu_count() or 1, lambda _done, _whole: None)
    return "" if manifest else _told(session, problems)


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of everything of the book that flows into a build."""
    found = []
    for name in _WATCHED:
        top = folder / name
        for path in [top, *sorted(top.rglob("*"))]:
            try:
                seen = path.stat()
            except OSError:  # gone between looking and asking: the next look tells
                continue
            found.append((path.as_posix(), seen.st_size, seen.st_mtime_ns))
    return tuple(found)


def _told(session: Session, problems: tuple[Problem, ...]) -> str:
    return rendering.as_text(ordered(problems), session.folder, session.say.lang)
