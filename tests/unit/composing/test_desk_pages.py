"""The desk and the dossiers: what they list, where their links lead, in both languages."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from html import unescape
from pathlib import Path

import pytest

from bench.books import write_book
from kit.build import Prepared, prepare
from kit.cli.sayings import Sayings
from kit.composing.desk_words import WORDS
from kit.composing.documents import TextFile
from kit.composing.timeline import timeline
from kit.domain.calendar import Calendar
from kit.domain.cases import cases
from kit.domain.happened import ContactChanged, Detail, Drafted, Failed, Read
from kit.domain.model import Book, Claim, CreditNote, Dispute, Hold, Promise
from kit.domain.policy import Channel
from kit.domain.register import Approved, Contacted, Delivered, Final, Outcome, Reach
from kit.reading.book import read
from kit.reading.policy import DEFAULT
from tests.books import ROOT, story_book
from tests.builders import creditor, customer, days, invoice, payment, register, sent

AS_OF = dt.date(2026, 11, 23)
USED = re.compile(r"\bt\.(\w+)|\bt\[\"([\w-]+)\"\]")


def prepared(folder: Path, lang: str = "id") -> Prepared:
    files, book, problems = read(folder)
    assert book is not None, problems
    found, problems = prepare(folder, files, book, AS_OF, Sayings(lang))
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_book(tmp_path_factory.mktemp("story"))


def texts(found: Prepared) -> dict[str, str]:
    return {
        each.document.path: each.document.text
        for each in found.plan.files
        if isinstance(each.document, TextFile) and each.document.path.startswith("desk/")
    }


def test_every_link_leads_to_a_paper_of_the_build(story: Path) -> None:
    found = prepared(story)
    paths = {each.document.path for each in found.plan.files}
    pages = texts(found)
    assert {f"desk/customers/{case.customer.id}.html" for case in found.cases} | {"desk/index.html"} <= set(pages)
    links = 0
    for path, text in pages.items():
        for target in re.findall(r'href="([^"]+)"', text):
            if not target.startswith("https://wa.me/"):
                links += 1
                assert str((Path("/") / path).parent.joinpath(target).resolve())[1:] in paths, (path, target)
    assert links > 100


def test_the_desk_lists_everything_of_the_day(story: Path) -> None:
    page = unescape(texts(prepared(story))["desk/index.html"])
    jobs = re.findall(r'data-customer="([\w-]+)" data-stage="([\w-]+)"', page)
    assert len(jobs) == 14
    assert ("sentosa-jaya", "somasi-2") in jobs
    assert jobs[0][0] == "cahaya-papua"  # the evening of Papua comes first
    assert "persetujuan pemilik untuk somasi-2" in page
    assert "uang Rp60.000 belum diperhitungkan" in page
    assert "Belum jatuh tempo" in page
    assert re.search(r"Sisa tagihan</th><td class=\"num\">Rp261\.327\.091", page)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_templates_use_words_that_exist(lang: str) -> None:
    used = {
        one or other
        for name in ("desk.html", "dossier.html", "deskframe.html")
        for one, other in USED.findall((ROOT / "site" / name).read_text())
    }
    assert used <= set(WORDS[lang])
    assert len(used) > 40


def test_an_english_desk_has_no_indonesian_heads(story: Path) -> None:
    pages = texts(prepared(story, "en"))
    page = pages["desk/index.html"]
    assert '<html lang="en">' in page
    assert "To do today" in page
    for word in ("Kerjakan", "Umur piutang", "Lewat jatuh tempo", "Berkas"):
        assert word not in page
    assert "Instalment agreement signed" in pages["desk/customers/mitra-dapur.html"]


def test_the_policy_allows_the_script_of_the_page_and_no_other(story: Path) -> None:
    for text in texts(prepared(story)).values():
        if not text.startswith("<!doctype"):
            continue
        policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', text)[0])
        for tag, rule in (("script", "script-src"), ("style", "style-src")):
            inside = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
            digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
            assert len(inside) == 1
            assert f"{rule} 'sha256-{digest}'" in policy
        assert "default-src 'none'" in policy


def test_a_hostile_name_stays_a_name(story: Path, tmp_path: Path) -> None:
    book = story_book(tmp_path)
    file = book / "data/customers/maju-jaya.yaml"
    hostile = "PT </script><script>alert(1)</script>"
    file.write_text(file.read_text().replace("name: PT Maju Jaya Abadi", f'name: "{hostile}"', 1))
    for path, text in texts(prepared(book)).items():
        assert "<script>alert" not in text, path


def test_nothing_of_the_desk_is_part_of_the_site(story: Path) -> None:
    found = prepared(story)
    for each in found.plan.files:
        document = each.document
        if isinstance(document, TextFile) and document.path.startswith("site/"):
            assert "desk/" not in document.text


def test_a_large_book_is_cut_and_says_by_how_much(tmp_path: Path) -> None:
    write_book(tmp_path, 2_600, invoices=1, late=2_600)
    page = texts(prepared(tmp_path))["desk/index.html"]
    assert len(page) < 2_000_000
    assert len(re.findall('class="job"', page)) == 250
    assert "+ 2350 lagi. Selengkapnya: kit plan --list" in page
    assert "+ 100 lagi. Selengkapnya: kit status" in page
    assert "+ 2588 lagi" in page


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_history_tells_every_kind_of_entry(lang: str) -> None:
    entries = (
        sent("reminder-1", days(0), "A-1"),
        Read(days(1), "reminder-1", Channel.WHATSAPP),
        Failed(days(2), "reminder-1", Channel.EMAIL, "kotak penuh"),
        Contacted(days(3), "call", Reach.REACHED, "Dewi", "minta salinan"),
        ContactChanged(days(4), Detail.PHONE, "0812-0000-0002", "telepon", "Dewi"),
        Approved(days(5), "somasi-1", "Hendra"),
        Final(days(6), "001/SOM-I/XI/2026", "final.pdf", "0" * 64, "Dewi"),
        Delivered(days(7), "001/SOM-I/XI/2026", Outcome.RECEIVED),
        Drafted(days(8), "reminder-2", Channel.WHATSAPP, "Dewi"),
    )
    who = customer(
        invoice(due=days(-3)),
        promises=(Promise(days(-1), 5_000, days(2)),),
        claims=(Claim(days(-1), 5_000),),
        disputes=(Dispute("A-1", days(-2), closed=days(-1)),),
        holds=(Hold(days(-2), "panen", days(-1)),),
        payments=(payment(100, days(-1)),),
        credit_notes=(CreditNote("N-1", days(-1), 100, "A-1"),),
    )
    (case,) = cases(Book(creditor(), DEFAULT, Calendar(), (who,), {"budi": register(*entries)}, {}), days(9))
    told = timeline(case, register(*entries), Sayings(lang))
    assert [day for day, _ in told] == sorted((day for day, _ in told), reverse=True)
    said = [text for _, text in told]
    assert len(said) == 9 + 9
    assert not [each for each in said if "{" in each or "}" in each or "t-" in each]
    assert any("kotak penuh" in each for each in said)
    assert any(each.endswith("minta salinan") for each in said)
