"""`kit gallery`: every document on one page, closed to the world, with a clear word where it cannot be drawn."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kit.composing.documents import Mail, Mailbox, Sheet, TextFile
from kit.composing.gallery import Tile, gallery, kind, shown
from kit.output import thumbnails
from kit.output.failure import OperationalFailure
from tests.books import own_book, run
from tests.unit.output.papers import printed

DRAWS = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not on this machine")


class Reader(HTMLParser):
    """Collects the addresses that a page would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.frames: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.sources += [found[each] or "" for each in ("src", "href") if each in found]
        if tag == "iframe":
            self.frames.append(found)


@DRAWS
def test_a_book_on_one_page(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    result = run("gallery", "--book", book, "--as-of", "2026-11-23", "--ahead", "3")
    assert result.exit_code == 0, result.output
    page = (book / "build-gallery/index.html").read_text()
    for each in ("letters/sumber-rejeki/firm.pdf", "outbox/maju-jaya/reminder-1/message.eml", "whatsapp.txt", "call-sheet.pdf",
                 "lawyers/sumber-rejeki/01-ringkasan.pdf", "desk/index.html", "site/…/ (maju-jaya)"):  # fmt: skip
        assert each in page
    assert "somasi-1" in page.rpartition("<h2>")[2]
    assert "firm" not in page.rpartition("<h2>")[2].split("soft")[1].split(", ")
    reader = Reader(page)
    assert reader.sources
    assert all(each.startswith("data:image/png;base64,") for each in reader.sources)
    assert reader.frames
    assert all(each["sandbox"] == "" for each in reader.frames)
    # No private address of a page goes along in a caption.
    tokens = re.findall(r'token: "([^"]+)"', (book / "links.yaml").read_text())
    captions = re.findall(r"<figcaption>.*?</figcaption>", page)
    assert captions
    assert not [each for each in tokens if any(each in caption for caption in captions)]
    assert not (book / "build").exists()


def test_without_the_drawing_program_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnails, "TOOL", "no-such-program")
    with pytest.raises(OperationalFailure) as failure:
        thumbnails.drawer()
    assert failure.value.problem.code == "drawer-missing"
    result = run("gallery", "--book", own_book(tmp_path / "book"))
    assert isinstance(result.exception, OperationalFailure)
    assert not (tmp_path / "book/build-gallery").exists()


@DRAWS
def test_each_page_is_a_picture_and_what_is_no_pdf_is_named() -> None:
    made = thumbnails.pictures(thumbnails.drawer(), printed()["agreement-1"], "agreement")
    assert len(made) > 1
    assert all(each.startswith(b"\x89PNG") for each in made)
    with pytest.raises(OperationalFailure) as failure:
        thumbnails.pictures(thumbnails.drawer(), b"%PDF-broken", "a.pdf")
    assert failure.value.problem.data["path"] == "a.pdf"


def test_words_of_documents_are_text_and_never_markup() -> None:
    mail = Mail("a", "outbox/a/firm/message.eml", Mailbox("A", "a@a.example"), Mailbox("B", "b@b.example"), "<b>Subjek</b>",
                "", '<p title="x">&amp;</p>', date(2026, 11, 23), 7, "k")  # fmt: skip
    chat = TextFile("a", "outbox/a/firm/whatsapp.txt", "<script>1</script>")
    page = gallery("PT <A>", [Tile(mail, "hari ini"), Tile(chat, "hari ini")], ["due"], "id")
    assert "&lt;b&gt;Subjek&lt;/b&gt;" in page
    assert 'srcdoc="&lt;p title=&quot;x&quot;&gt;&amp;amp;&lt;/p&gt;"' in page
    assert "<script" not in page
    assert "Galeri dokumen: PT &lt;A&gt;" in page
    assert page.count("<figure>") == 2
    assert "tidak ada" in gallery("A", [], [], "id")


def test_what_has_a_place_and_what_is_the_same_kind() -> None:
    assert not shown(TextFile(None, "site/robots.txt", ""))
    assert shown(Sheet("a", "letters/a/firm.pdf", "t", "", ""))
    assert kind(Sheet("a", "letters/a/firm.pdf", "t", "", "")) == "firm.pdf"
    assert kind(TextFile(None, "site/x", "")) == "site/x"
