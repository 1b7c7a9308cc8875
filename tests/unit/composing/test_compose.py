"""Every document of every stage: complete, exact, and indifferent to what people put into names."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kit.composing.compose import compose_site
from kit.composing.documents import Mail, Sheet, TextFile
from kit.composing.templates import Wording
from kit.domain.model import Contact, LegalForm
from kit.domain.policy import STANDARD, THANKS, Stage
from tests.conftest import Golden
from tests.unit.composing.stories import (
    COMPANY,
    PERSON,
    ROOT,
    STAGES,
    TOKEN,
    chat,
    mail,
    page,
    sheet,
    story,
    texts,
    told,
)

GOLDEN = ROOT / "tests/golden/composing"
WHO = {"company": COMPANY, "person": PERSON}
FIRM = STANDARD.stages[4]

#: Words that no document may hold: of threat and shame, or of a machine that stumbled.
NEVER = re.compile(
    r"polisi|penjara|pidana|penipu|malu\b|viral|sebar|lalai|bodoh|terakhir kali|segera!|!|\{\{|\{%|\bNone\b|\bnan\b|"
    r"\bTrue\b|\bFalse\b|undefined|Rp\s|Rp-|-Rp|\bRp\.",
    re.IGNORECASE,
)


#: Elements that stand inside a line.
INLINE = frozenset(("a", "b", "col", "em", "img", "span", "strong", "td", "th", "dt", "dd"))

PAGE_JS = (ROOT / "site/page.js").read_text()


def lean(script: str) -> str:
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


class Reader(HTMLParser):
    """Collects the text that a reader sees, and the elements that hold it."""

    def __init__(self) -> None:
        super().__init__()
        #: Pieces of text, and the ends of lines between them.
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in {"style", "script", "title"}
        if tag in {"td", "th", "dd"} and self.words and self.words[-1] != "\n":
            self.words.append(" | ")
        elif tag not in INLINE:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "script", "title"}
        if tag not in INLINE:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def read(text: str) -> Reader:
    """Return what a reader of the HTML `text` meets."""
    reader = Reader()
    reader.feed(text)
    return reader


def lines(text: str) -> str:
    """Return the words of the HTML `text`, a line for each block."""
    told = (" ".join(line.split()) for line in "".join(read(text).words).split("\n"))
    return "\n".join(line.removeprefix("| ") for line in told if line)


def seen(what: str, text: str) -> str:
    """Return the words of a document as a reader sees them."""
    return " ".join(lines(text).split()) if what in {"mail html", "letter", "page", "call sheet"} else text


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("count", [1, 3, 40])
def test_every_template_composes_for_everybody(stage: Stage, who: str, count: int) -> None:
    made = story(stage, WHO[who], count)
    called = stage.days > 0
    documents = made.composed()
    assert [type(each) for each in documents] == [
        TextFile,
        Mail,
        TextFile,
        Sheet,
        *([TextFile, Sheet] if called else []),
    ]
    customer = made.customer.id
    assert [each.path for each in documents] == [
        f"site/{TOKEN}/index.html",
        f"outbox/{customer}/{stage.name}/message.eml",
        f"outbox/{customer}/{stage.name}/whatsapp.txt",
        f"letters/{customer}/{stage.name}.pdf",
        *(f"outbox/{customer}/{stage.name}/call-sheet.{kind}" for kind in ("html", "pdf") if called),
    ]
    for what, text in texts(documents).items():
        found = NEVER.search(seen(what, text).replace("DRAF", ""))
        assert found is None, (what, found)
        assert "  " not in text.replace("\n", "|").replace("|  ", "|").replace("|  ", "|") or what != "chat"


@pytest.mark.parametrize("stage", STANDARD.stages[:5], ids=lambda stage: stage.name)
@pytest.mark.parametrize("who", WHO)
def test_every_demand_is_complete(stage: Stage, who: str) -> None:
    made = story(stage, WHO[who])
    invoice = made.statement.lines[0].invoice
    documents = made.composed()
    for what, text in texts(documents).items():
        if what in {"subject", "title"}:
            assert invoice.number in text
            continue
        words = seen(what, text)
        assert invoice.number in words
        total = "Rp12.500.000" if stage.days <= 0 else "Rp10.500.000"
        assert total in words, what
        if what == "call sheet":
            continue  # it asks, and tells no account
        assert "0012340099" in words
        assert "PT Sari Rasa Nusantara" in words
        assert "Dewi Anggraini" in words or what == "page"
        assert "abaikan" in words or what == "page"
        if stage.deadline and what not in {"page", "chat"}:
            assert "tanggal ini tidak mengubah tanggal jatuh tempo" in words.lower()


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_chat_is_short_and_tells_a_locked_screen_nothing(stage: Stage, count: int) -> None:
    text = chat(story(stage, COMPANY, count).composed())
    assert len(text) <= 700
    shown = text[:60].lower()
    assert not any(word in shown for word in ("invoice", "tagihan", "rp1", "jatuh tempo", "bayar", "inv/"))
    bold = re.findall(r"\*([^*]+)\*", text)
    assert bold
    assert all(re.fullmatch(r"Rp[0-9.]+|(?:[A-Z][a-z]+, )?[0-9]+ [A-Z][a-z]+ [0-9]{4}", each) for each in bold)
    assert not re.search(r"[0-9] hari", text), "nobody knows when it is read"


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize("count", [1, 40])
def test_a_mail_says_the_same_in_text_and_html(stage: Stage, count: int) -> None:
    there = mail(story(stage, COMPANY, count).composed())
    words = seen("mail html", there.html)
    for figure in set(re.findall(r"Rp[0-9.]*[0-9]", there.text)):
        assert figure in words
    text = " ".join(there.text.split())
    for figure in set(re.findall(r"Rp[0-9.]*[0-9]", words)):
        assert figure in text
    paragraphs = re.findall(r'<p style="margin:0 0 16px 0">(.*?)</p>', there.html, re.DOTALL)
    for paragraph in paragraphs:
        assert lines(paragraph).split()[-1] in text
    assert len(there.subject) <= 90
    assert max(len(line) for line in there.text.split("\n") if "https://" not in line) <= 100


HOSTILE = (
    "Budi, S.H.",
    "O'Brien & Co",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}",
    "{% include 'x' %}",
    "*tebal*",
    "_x_",
    "</title><script>alert(1)</script>",
    "a\"b' onmouseover='x",
    "# Judul",
    "[x](javascript:alert(1))",
    "&lt;b&gt;",
    "%0A%20",
    "Qz00000zQ",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("stage", [STANDARD.stages[1], FIRM, THANKS], ids=lambda stage: stage.name)
def test_what_people_put_into_names_is_shown_as_text(stage: Stage, name: str) -> None:
    contact = Contact(name, name, "Bapak " + name, "a@b.example", "6281200000203")
    customer = replace(COMPANY, name="PT " + name, contact=contact, form=LegalForm.PT)
    documents = story(stage, customer).composed()
    for what, text in texts(documents).items():
        words = seen(what, text)
        if what == "chat":
            shown = text.split("\n---")[0]
            assert re.sub(r"[*_~`]", "", name) in shown
            assert not re.search(r"(?<![A-Za-z0-9])[*_](?:tebal|x)[*_]", shown)
        elif what not in {"subject", "title"}:
            assert " ".join(name.split()) in words, what
        if what in {"mail html", "letter", "page", "call sheet"}:
            tags = read(text).tags
            assert not [tag for tag, _ in tags if tag in {"iframe", "object", "b"}]
            # The page brings one script of ours, and it is the same for everybody.
            scripts = re.findall(r"<script.*?</script>", text, re.DOTALL)
            assert scripts == ([f"<script>{lean(PAGE_JS)}</script>"] if what == "page" else [])
            assert not [tag for tag, found in tags if any(each.startswith("on") for each in found)]
            assert not [tag for tag, found in tags if tag == "img" and found.get("src") == "x"]
            assert ">49<" not in text
            assert "javascript:" not in "".join(found.get("href") or "" for _, found in tags)


def test_composing_leaves_nothing_behind() -> None:
    made = [story(FIRM, COMPANY, 3), story(FIRM, PERSON), told(COMPANY, None)]
    alone = [each.composed(Wording((ROOT,))) for each in made]
    wording = Wording((ROOT,))
    assert [each.composed(wording) for each in made] == alone
    assert [each.composed(wording) for each in reversed(made)] == alone[::-1]


def test_only_channels_that_reach_the_customer_get_a_document() -> None:
    contact = replace(COMPANY.contact, email=None, whatsapp=None)
    documents = story(FIRM, replace(COMPANY, contact=contact)).composed()
    assert [type(each) for each in documents] == [TextFile, Sheet, TextFile, Sheet]


def test_nothing_to_send_leaves_the_page() -> None:
    (only,) = told(COMPANY, None).composed()
    assert only.path == f"site/{TOKEN}/index.html"


def test_a_customer_without_a_link_has_no_page() -> None:
    made = story(FIRM)
    made = replace(made, book=replace(made.book, links={}))
    documents = made.composed()
    assert [each.path for each in documents if each.path.startswith("site/")] == []
    assert all("https://tagihan" not in text for text in texts(documents).values())


def test_a_fault_in_the_wording_is_told_once_and_spares_the_rest(tmp_path: Path) -> None:
    (tmp_path / "letters/firm").mkdir(parents=True)
    text = (ROOT / "letters/firm/email.md").read_text(encoding="utf-8").replace("contact.formal", "contact.formel")
    (tmp_path / "letters/firm/email.md").write_text(text, encoding="utf-8")
    documents, problems = story(FIRM).tried(Wording((tmp_path, ROOT)))
    assert [type(each) for each in documents] == [TextFile, TextFile, Sheet, TextFile, Sheet]
    (problem,) = problems
    assert problem.code == "template-unknown-field"
    assert problem.at is not None
    assert (problem.at.path, problem.at.line) == ("letters/firm/email.md", 5)
    assert problem.data == {"field": "contact.formel", "known": "contact.formal"}


def test_a_book_replaces_one_file_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "letters/parts").mkdir(parents=True)
    (tmp_path / "letters/parts/disregard.md").write_text("Abaikan bila sudah dibayar, ya.\n", encoding="utf-8")
    there = mail(story(FIRM).composed(Wording((tmp_path, ROOT))))
    assert "Abaikan bila sudah dibayar, ya." in there.text
    assert "Abaikan bila sudah dibayar, ya." in there.html


CASES = [
    *((stage.name, "company", 1) for stage in STAGES),
    ("due", "person", 1),
    ("reminder-1", "company", 3),
    ("firm", "company", 5),
    ("thanks", "person", 3),
]


@pytest.mark.parametrize(("name", "who", "count"), CASES)
def test_what_people_read(name: str, who: str, count: int, golden: Golden) -> None:
    stage = next(each for each in STAGES if each.name == name)
    documents = story(stage, WHO[who], count).composed()
    there = mail(documents)
    parts = {
        "E-MAIL": f"Subject: {there.subject}\n\n{there.text.strip()}",
        "WHATSAPP": chat(documents),
        "SURAT": lines(sheet(documents).html),
        "HALAMAN": lines(page(documents)),
    }
    said = "".join(f"{title:=^72}\n\n{text}\n\n" for title, text in parts.items())
    golden(GOLDEN / f"{name}-{who}-{count}.txt", said)


def test_the_files_of_nobody_hold_nobody() -> None:
    made = story(FIRM)
    files, problems = compose_site(made.book, Wording((ROOT,)))
    assert problems == ()
    assert [each.path for each in files] == ["site/_headers", "site/404.html", "site/index.html"]
    for each in files:
        assert each.customer is None
        assert TOKEN not in each.text
        assert COMPANY.name not in each.text
        assert html.escape(PERSON.name) not in each.text
