"""Where the kit's own letters, pages and fonts stand: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """Return the folder that holds the kit's `letters/` and `site/`."""
    package = Path(__file__).resolve().parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def fonts() -> Path:
    """Return the folder of the fonts, the only ones that a build can see."""
    return shipped() / "letters" / "fonts"


def roots(book: Path) -> tuple[Path, ...]:
    """Return where wording is looked for: the book's own files first, then the kit's."""
    return tuple(dict.fromkeys((book.resolve(), shipped())))
