"""Lay out one sheet as PDF: the only room that knows the layout engine, and it gives the engine nothing but the sheet.

The engine may read no file and open no connection. What it warns of is a problem of ours.
No date goes in: the same sheet gives the same bytes.
"""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kit.basics.problems import Problem, error
from kit.composing.documents import Sheet
from kit.output import archive, fonts, pdfcheck

#: Sets of images and style sheets that are kept from one sheet to the next.
_KEPT = 16
_KINDS = ((b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"<svg", "image/svg+xml"))


def prepare(folder: Path) -> None:
    """Import the layout engine with the fonts of `folder`: slow once, so that workers need not."""
    fonts.use(folder)
    _engine()


class Press:
    """Lays out one sheet after the other, and keeps what the next one can use."""

    def __init__(self, folder: Path, hosts: Collection[str] = ()) -> None:
        prepare(folder)
        self._folder = folder
        #: Where links may lead by https.
        self._hosts = frozenset(hosts)
        self._configuration = _engine().text.fonts.FontConfiguration()
        self._styles: OrderedDict[str, tuple[Any, tuple[str, ...]]] = OrderedDict()
        self._images: OrderedDict[bytes, dict[str, Any]] = OrderedDict()

    def render(self, sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
        """Return the PDF of `sheet`, or no bytes and the reasons."""
        problems = fonts.check_sheet(self._folder, sheet)
        if problems:
            return b"", problems
        try:
            data, warnings = self._lay_out(sheet)
        except _engine().urls.FatalURLFetchingError as reason:
            return b"", (error("pdf-fetch", path=sheet.path, url=str(reason)),)
        except MemoryError:
            return b"", (error("sheet-too-heavy", path=sheet.path),)
        except Exception as reason:  # noqa: BLE001 - the engine raises anything at all for a style sheet it did not foresee
            return b"", (error("pdf-failed", path=sheet.path, reason=f"{type(reason).__name__}: {reason}"[:300]),)
        problems = tuple(error("pdf-warning", path=sheet.path, text=text[:300]) for text in dict.fromkeys(warnings))
        problems += tuple(
            error(code, path=sheet.path, found=found[:300]) for code, found in pdfcheck.findings(data, self._hosts)
        )
        return (b"", problems) if problems else (data, ())

    def _lay_out(self, sheet: Sheet) -> tuple[bytes, list[str]]:
        images = dict(sheet.images)
        style, said = self._style(sheet.css)
        with _warnings() as warnings:
            page = _engine().HTML(string=sheet.html, url_fetcher=_fetcher(images))
            options = {"stylesheets": [style], "cache": self._cache(images), **archive.OPTIONS}
            document = page.render(font_config=self._configuration, **options)
            document.metadata.title = sheet.title
            archive.name_both(document)
            data: bytes = document.write_pdf(finisher=archive.finish, **options)
        return data, [*said, *warnings]

    def _style(self, css: str) -> tuple[Any, tuple[str, ...]]:
        """Return the parsed style sheet and what the engine said about it, the same for every sheet."""
        if css not in self._styles:
            with _warnings() as said:
                parsed = _engine().CSS(string=css, url_fetcher=_fetcher({}), font_config=self._configuration)
            _keep(self._styles, css, (parsed, tuple(said)))
        return self._styles[css]

    def _cache(self, images: Mapping[str, bytes]) -> dict[str, Any]:
        """Return the engine's images for exactly these bytes: a name alone may mean another picture elsewhere."""
        digest = hashlib.sha256()
        for name, data in sorted(images.items()):
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
        key = digest.digest()
        if key not in self._images:
            _keep(self._images, key, {})
        return self._images[key]


def _engine() -> Any:
    import weasyprint  # noqa: PLC0415 - half a second, paid only by a run that lays out paper

    return weasyprint


def _keep(kept: OrderedDict[Any, Any], key: object, value: object) -> None:
    kept[key] = value
    if len(kept) > _KEPT:
        kept.popitem(last=False)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the engine warns of inside the block."""
    texts: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            texts.append(record.getMessage())

    logger, collector = logging.getLogger("weasyprint"), Collector(logging.WARNING)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield texts
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


def _fetcher(images: Mapping[str, bytes]) -> Any:
    """Return a fetcher that knows the images of one sheet and nothing else in the world."""
    urls = _engine().urls

    class Closed(urls.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: object = None) -> Any:
            data = images.get(url.removeprefix("kit:")) if url.startswith("kit:") else None
            kind = next((kind for sign, kind in _KINDS if data and data.startswith(sign)), None)
            if data is None or kind is None:
                raise urls.FatalURLFetchingError(url[:300])
            return urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    return Closed()
