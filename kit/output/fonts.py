"""The kit's own fonts: the only ones a build may see, and which characters none of them can show."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.composing.documents import Sheet

#: File in the font folder that shows the layout engine these fonts and no others.
CONFIGURATION = "fonts.conf"

#: Never drawn: white space, soft hyphen, zero-width space, word joiner.
_UNSEEN = frozenset("\t\n\r\f\u00ad\u200b\u2060")
_AROUND = 12
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")


def use(folder: Path) -> None:
    """Show this process, and those it starts, the fonts in `folder` and no others.

    To be called before the layout engine is imported.
    """
    os.environ["FONTCONFIG_FILE"] = str((folder / CONFIGURATION).resolve())


@cache
def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of all fonts in `folder`, their names and their configuration."""
    digest = hashlib.sha256()
    for path in sorted(each for each in folder.iterdir() if each.suffix in (".ttf", ".otf", ".conf")):
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()


@cache
def characters(folder: Path) -> frozenset[str]:
    """Return every character that at least one font in `folder` can show."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - only where paper is laid out

    found: set[str] = set(_UNSEEN)
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found.update(map(chr, font.getBestCmap()))
    return frozenset(found)


def missing_glyphs(folder: Path, text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no font in `folder` can show, each once, in their order."""
    return tuple(dict.fromkeys(each for each in text if each not in characters(folder)))


def check_sheet(folder: Path, sheet: Sheet) -> tuple[Problem, ...]:
    """Refuse a sheet with characters that would be drawn as empty boxes; say which, and the text around each."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for text in _shown(sheet):
        for character in missing_glyphs(folder, text):
            if character not in seen:
                seen.add(character)
                at = text.index(character)
                around = " ".join(text[max(0, at - _AROUND) : at + _AROUND + 1].split())
                code = f"U+{ord(character):04X}"
                problems.append(error("glyph-missing", path=sheet.path, character=code, around=around))
    return tuple(problems)


class _Reader(HTMLParser):
    """Collects the text of a page as far as it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where text begins that is not drawn."""
        if tag in ("style", "script", "title"):
            self._hidden = tag

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag == self._hidden:
            self._hidden = ""

    def handle_data(self, data: str) -> None:
        """Keep a run of text; of style sheets what they may draw."""
        if self._hidden == "style":
            self.texts.append(_of_style(data))
        elif not self._hidden:
            self.texts.append(data)


def _shown(sheet: Sheet) -> Iterator[str]:
    if not sheet.css.isascii() or "\\" in sheet.css:
        yield _of_style(sheet.css)
    reader = _Reader()
    reader.feed(sheet.html)
    reader.close()
    for text in reader.texts:
        if not text.isascii() or "\x7f" in text:
            yield text


def _of_style(css: str) -> str:
    """Return a style sheet without comments and with its character escapes resolved."""

    def resolved(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return chr(code) if 31 < code < 0x110000 else " "

    return _ESCAPE.sub(resolved, _COMMENT.sub("", css))
