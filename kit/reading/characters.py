"""Which characters a file may hold, and what is plain text: refuses what an eye cannot see. Knows no YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Marks (accents) that one letter may bear.
MARKS = 4

#: Letters that show nothing though Unicode counts them as printable: fillers, joiners, the empty Braille cell.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_ENCODED_WORD = re.compile(r"=\?.*\?", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def visible(text: str) -> bool:
    """Tell whether `text`, line ends aside, holds nothing but characters that an eye can see, and spaces."""
    bare = text.replace("\n", "")
    return bare.isprintable() and (bare.isascii() or not any(blank in bare for blank in _BLANK))


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place (counted from 0) and code point ("U+202E") of each character that `text` may not hold."""
    for place, character in enumerate(text):
        if character != "\n" and (not character.isprintable() or character in _BLANK):
            yield place, code_point(character)


def code_point(character: str) -> str:
    """Return a character's name in Unicode's notation.

    >>> code_point("é")
    'U+00E9'
    """
    return f"U+{ord(character):04X}"


def folded(text: str) -> str:
    """Return the form under which two spellings of a key, number or id count as one: NFKC, without case.

    >>> folded("ＩＮＶ-1") == folded("inv-1")
    True
    """
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def text_fault(text: str) -> str | None:
    """Return the code of what makes `text` unfit for a letter or a mail header, or None where it is fit."""
    if "=?" in text and _ENCODED_WORD.search(text):
        # Python's e-mail package up to 3.12 turns such a name into further headers (CVE-2024-6923).
        return "text-encoded-word"
    if text.isascii():
        return None
    if _too_many_marks(text):
        return "text-marks"
    return "text-mixed-scripts" if any(map(_is_mixed, _WORD.findall(text))) else None


def _too_many_marks(text: str) -> bool:
    """Tell whether a letter of `text` bears more marks than any language needs."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character).startswith("M") else 0
        if run > MARKS:
            return True
    return False


def _is_mixed(word: str) -> bool:
    """Tell whether `word` mixes letters of alphabets that look alike, as a forged name does."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "").split(" ", 1)[0] for letter in word}
    return len(scripts.intersection(_SCRIPTS)) > 1
