"""The frame of the desk's pages: its style, its one script, and the policy that allows these and nothing else."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from functools import cache

from kit.composing.colours import with_accent
from kit.composing.desk_words import WORDS
from kit.composing.people import counted_until
from kit.composing.templates import Value, Wording, safe, tidy
from kit.composing.voice import Voice
from kit.domain.model import Book


def desk_frame(book: Book, wording: Wording, voice: Voice, as_of: date) -> dict[str, Value]:
    """Return what every page of the desk has: style, policy, words, whose desk and of which day."""
    css = with_accent(wording.text("site/tokens.css"), book.creditor.accent) + wording.text("site/desk.css")
    rules = f"style-src 'sha256-{_digest(css)}'; script-src 'sha256-{_digest(_script(wording))}'"
    return {
        "lang": voice.lang,
        "t": WORDS[voice.lang],
        "css": safe(css),
        "policy": safe(f"default-src 'none'; {rules}; base-uri 'none'; form-action 'none'"),
        "creditor": {"name": book.creditor.name},
        "as_of": voice.day(as_of),
        "day": as_of.isoformat(),
        "counted_until": counted_until(book.creditor),
    }


def with_script(html: str, wording: Wording) -> str:
    """Return a filled page with the script at its end, without the empty lines that conditions leave.

    The script is the kit's own and is put in here, since no template may bring one.
    """
    kept = "\n".join(line.rstrip() for line in tidy(html).split("\n") if line.strip()) + "\n"
    return kept.replace("</body>", f"<script>{_script(wording)}</script>\n</body>")


def _script(wording: Wording) -> str:
    return wording.text("site/desk.js")


@cache
def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
