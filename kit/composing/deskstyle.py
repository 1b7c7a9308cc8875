"""The frame of the desk's pages: its style, its one script, and the policy that allows these and nothing else."""

from __future__ import annotations

from datetime import date

from kit.composing.colours import with_accent
from kit.composing.desk_words import WORDS
from kit.composing.people import counted_until
from kit.composing.scripts import allowed, digest, with_scripts
from kit.composing.templates import Value, Wording, safe, tidy
from kit.composing.voice import Voice
from kit.domain.model import Book

#: The script of every page of the desk.
SCRIPT = "site/desk.js"


def desk_frame(book: Book, wording: Wording, voice: Voice, as_of: date) -> dict[str, Value]:
    """Return what every page of the desk has: style, policy, words, whose desk and of which day."""
    css = with_accent(wording.text("site/tokens.css"), book.creditor.accent) + wording.text("site/desk.css")
    rules = f"style-src 'sha256-{digest(css)}'; script-src {allowed(wording, SCRIPT)}"
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


def desk_page(html: str, wording: Wording) -> str:
    """Return a filled page of the desk with its script, without the empty lines that conditions leave."""
    kept = "\n".join(line.rstrip() for line in tidy(html).split("\n") if line.strip()) + "\n"
    return with_scripts(kept, wording, SCRIPT)
