"""Every document of a book on one page, small, for somebody who reviews wording and looks: pages, letters, messages."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kit.composing.documents import Document, Mail, Sheet, TextFile

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_CSS = """
:root { color-scheme: light; } * { box-sizing: border-box; }
body { font: 15px/22px system-ui, sans-serif; margin: 24px; color: #1d2433; background: #f6f7f9; }
h1 { font-size: 22px; } h2 { font-size: 17px; margin: 32px 0 8px; border-bottom: 1px solid #d9dde5; }
.tiles { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
figure { margin: 0; max-width: 100%; }
figcaption { font-size: 13px; line-height: 18px; margin-bottom: 6px; max-width: 640px; overflow-wrap: anywhere; }
figcaption span, .soft { color: #5b6475; }
.pages { display: flex; flex-wrap: wrap; gap: 8px; } .pages a { display: block; }
.pages img { width: 290px; max-width: 100%; height: auto; display: block; background: #fff; border: 1px solid #d9dde5; }
.frame { width: 330px; height: 430px; overflow: hidden; background: #fff; border: 1px solid #d9dde5; }
iframe { width: 660px; height: 860px; border: 0; transform: scale(.5); transform-origin: 0 0; }
pre { width: 330px; margin: 0; padding: 12px; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/18px system-ui, sans-serif; background: #fff; border: 1px solid #d9dde5; }
"""

#: Kinds of documents in their order, by how a path begins and ends: the heading in Indonesian and in English.
GROUPS = (
    ("letters/", ".pdf", "Surat dan perjanjian", "Letters and agreements"),
    ("outbox/", ".eml", "E-mail", "E-mail"),
    ("outbox/", ".txt", "WhatsApp", "WhatsApp"),
    ("outbox/", ".pdf", "Lembar telepon", "Call sheets"),
    ("site/", "index.html", "Halaman status", "Status pages"),
    ("lawyers/", ".pdf", "Berkas perkara", "Case folders"),
    ("desk/", "index.html", "Meja kerja", "Desk"),
)
_WORDS = {
    "id": ("Galeri dokumen", "Belum tampil dengan buku ini", "tidak ada", "Berisi data pelanggan: jangan diunggah."),
    "en": (
        "Gallery of documents", "Wording that this book does not show", "none",
        "It holds customers' data: never publish it.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tile:
    """One document: itself, what day it is from, and its pages as PNG where it is a paper."""

    document: Document
    day: str
    pages: tuple[bytes, ...] = ()


def shown(document: Document) -> bool:
    """Tell whether a document has a place on the gallery."""
    if isinstance(document, Sheet):
        return True
    return isinstance(document, Mail | TextFile) and _group(document.path) is not None


def kind(document: Document) -> str:
    """Return what a document is, whoever it is for: its path without the customer.

    >>> kind(TextFile("maju-jaya", "outbox/maju-jaya/firm/whatsapp.txt", ""))
    'firm/whatsapp.txt'
    """
    return "/".join(document.path.split("/")[2:]) or document.path


def gallery(title: str, tiles: Sequence[Tile], unseen: Iterable[str], lang: str) -> str:
    """Return the page in one file: pictures inside, other pages in closed frames, nothing fetched."""
    head, rest, nothing, warning = _WORDS.get(lang, _WORDS["en"])
    name = f"{escape(head)}: {escape(title)}"
    parts = [
        f'<!doctype html><html lang="{escape(lang)}"><head><meta charset="utf-8"><title>{name}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_CSS}</style></head><body>',
        f'<h1>{name}</h1><p class="soft">{escape(warning)}</p>',
    ]
    for place, (_, _, indonesian, english) in enumerate(GROUPS):
        of_it = [each for each in tiles if _group(each.document.path) == place]
        if of_it:
            heading = escape(indonesian if lang == "id" else english)
            parts.append(f'<h2>{heading} ({len(of_it)})</h2><div class="tiles">{"".join(map(_tile, of_it))}</div>')
    names = ", ".join(sorted(unseen)) or nothing
    parts.append(f'<h2>{escape(rest)}</h2><p class="soft">{escape(names)}</p></body></html>\n')
    return "".join(parts)


def _group(path: str) -> int | None:
    return next((n for n, (start, end, *_) in enumerate(GROUPS) if path.startswith(start) and path.endswith(end)), None)


def _tile(tile: Tile) -> str:
    document = tile.document
    title = document.title if isinstance(document, Sheet) else document.subject if isinstance(document, Mail) else ""
    path = document.path if not document.path.startswith("site/") else f"site/…/ ({document.customer})"
    caption = f"<strong>{escape(title)}</strong><br>" if title else ""
    if isinstance(document, Sheet):
        images = (f"data:image/png;base64,{base64.b64encode(page).decode()}" for page in tile.pages)
        alt = escape(title, quote=True)
        body = "".join(f'<img src="{image}" alt="{alt}, {n}">' for n, image in enumerate(images, 1))
        body = f'<div class="pages">{body}</div>'
    elif isinstance(document, TextFile) and document.path.endswith(".txt"):
        body = f"<pre>{escape(document.text)}</pre>"
    else:
        html = document.html if isinstance(document, Mail) else document.text if isinstance(document, TextFile) else ""
        about = f'title="{escape(path, quote=True)}" srcdoc="{escape(html, quote=True)}"'
        body = f'<div class="frame"><iframe sandbox="" loading="lazy" {about}></iframe></div>'
    return f"<figure><figcaption>{caption}<span>{escape(path)} · {escape(tile.day)}</span></figcaption>{body}</figure>"
