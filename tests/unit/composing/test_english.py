"""Customers who are addressed in English: every message of the ladder, with the figures of the Indonesian one."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

import pytest

from kit.composing.byhand import CERTIFICATES
from kit.composing.documents import Document, Mail, Sheet, TextFile
from kit.composing.english import ENGLISH_MONTHS, count_in_words, english_date, in_english, number_in_words
from kit.domain.byhand import OCCASIONS
from kit.domain.claims import QUESTION
from kit.domain.exchange import InvoiceExchange
from kit.domain.model import Contact, Customer, Language
from kit.domain.policy import EXCHANGE, EXTENSION, Stage
from tests.unit.composing.byhand_stories import SAYS, drafted
from tests.unit.composing.stories import COMPANY, PERSON, STAGES, WORDING, Story, chat, mail, sheet, story, told
from tests.unit.composing.test_breach import FIRM, bound, promised
from tests.unit.composing.test_figures import STORIES
from tests.unit.composing.test_giros import BILL, BOUNCED
from tests.unit.composing.test_instalments import CASES, on_the_day
from tests.unit.composing.test_offers import waiting
from tests.unit.composing.test_questions import CLAIMED, RECEIVED, slip_story

INDONESIAN = re.compile(
    r"\b(?:dan|atau|untuk|tidak|yang|sudah|kami|jumlah|tagihan|sisa|pembayaran|sampai|denda|mohon|menurut|terima|"
    r"jatuh|tempo|cicilan|kasih|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|Mei|Juni|Juli|"
    r"Agustus|Oktober|Desember|Bapak|Ibu|rincian|berikut)\b", re.IGNORECASE,
)  # fmt: skip
#: What people wrote themselves, and terms of art: they stay as they are.
OWN_WORDS = ("Endang", *SAYS, "Pengiriman selalu tepat waktu", "pesanan ini khusus", "biaya bahan baku naik",
             "cicilan setiap bulan", "Pasal 6 kontrak nomor 12/2026", "faktur pajak", "surat keterangan lunas")  # fmt: skip
ADDRESSED = Contact("James Carter", "James", "Mr James Carter", "james@carter.example", "6281200000203")


def english(customer: Customer) -> Customer:
    return replace(customer, language=Language.ENGLISH, contact=ADDRESSED)


def words(document: Document) -> str:
    """Return the words of a message or letter, tags and the creditor's own words aside."""
    if isinstance(document, Mail):
        text = f"{document.subject}\n{document.text}"
    elif isinstance(document, TextFile):
        text = document.text.partition("\n---")[0]
    else:
        assert isinstance(document, Sheet)
        text = re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:strong|em|span|i)\b[^>]*>", "", document.html))
    text = " ".join(text.split())
    for own in ("Bumbu dan saus untuk dapur usaha", "Staf Piutang"):
        text = text.replace(own, "")
    return re.sub(r"https://\S+", "", text)


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"Rp[0-9.]*[0-9]|INV/[0-9/]+|\b[0-9]{1,3}(?:\.[0-9]{3})+\b", text))


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("customer", [COMPANY, PERSON], ids=["company", "person"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_message_is_english_and_bears_the_same_figures(stage: Stage, customer: Customer, count: int) -> None:
    indonesian, spoken = story(stage, customer, count).composed(), story(stage, english(customer), count).composed()
    for pick in (mail, sheet):
        ours, theirs = words(pick(indonesian)), words(pick(spoken))
        assert set(figures(ours)) == set(figures(theirs))
        assert not INDONESIAN.search(theirs.replace("Endang", "")), INDONESIAN.search(theirs)
        assert not re.search(r"\w [.,;](?=\s|$)|,,|\(\)|\{[{%]", re.sub(r"\s+", " ", theirs.replace("*", "")))
    text = chat(spoken)
    assert len(text) <= 700
    assert not INDONESIAN.search(re.sub(r"https://\S+", "", text).replace("Staf Piutang", "").replace("Endang", ""))
    assert set(figures(text)) <= set(figures(words(mail(spoken))))
    if stage.deadline:
        assert re.search(rf"by \*\w+day, [0-9]+ (?:{'|'.join(ENGLISH_MONTHS)}) 2026\*", text)


def spoken_alike(indonesian: Story, spoken: Story) -> None:
    """Check that both stories bear the same figures, and the second no Indonesian word of ours."""
    ours, theirs = indonesian.composed(), spoken.composed()
    for pick in (mail, sheet):
        if pick is sheet and not any(each.path.startswith("letters/") for each in theirs):
            continue
        text = words(pick(theirs))
        for own in ("kecap manis", "karton", "Endang", "Pasal 7"):
            text = text.replace(own, "")
        assert set(figures(words(pick(ours)))) == set(figures(words(pick(theirs))))
        assert not INDONESIAN.search(text), (INDONESIAN.search(text), text)
    assert len(chat(theirs)) <= 700


def in_tongue(told: Story) -> Story:
    """Return the story of the same customer, addressed in English."""
    return replace(told, customer=english(told.customer), book=replace(told.book, customers=(english(told.customer),)))


def exchanged() -> Story:
    bill = replace(waiting(), documents=("PO",))
    who = replace(COMPANY, invoices=(bill,), exchange=InvoiceExchange((0,), ("PO", "BAST", "faktur pajak")))
    return told(who, EXCHANGE)


OTHERS: dict[str, Story] = {
    "question": story(QUESTION, CLAIMED), "received": story(RECEIVED, COMPANY, 3), "slip": slip_story(COMPANY, 3),
    "extension": story(replace(EXTENSION, days=1), COMPANY, 2), "exchange": exchanged(),
    **{name: on_the_day(who) for name, who in CASES.items()},
    **{f"firm-{name}": told(who, FIRM) for name, who in STORIES.items()},
    "breach": told(bound(), FIRM), "promise": told(promised(), FIRM), "giro": told(
        replace(COMPANY, invoices=(BILL,), giros=(BOUNCED,)), FIRM),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_a_message_tells_is_told_in_english_with_the_same_figures(name: str) -> None:
    spoken_alike(OTHERS[name], in_tongue(OTHERS[name]))


def test_only_what_the_shelf_has_in_english_is_said_in_english() -> None:
    assert WORDING.prefix("due/email.md", "en") == "en/"
    assert WORDING.prefix("due/email.md", "id") == ""
    assert WORDING.prefix("no-such/email.md", "en") == ""


def test_numbers_and_dates_in_words() -> None:
    assert number_in_words(999_999_999_999).startswith("nine hundred ninety-nine billion nine hundred ninety-nine")
    assert [number_in_words(each) for each in (1, 20, 21, 100, 1000, 10**15)] == [
        "one", "twenty", "twenty-one", "one hundred", "one thousand", "one quadrillion",
    ]  # fmt: skip
    assert (count_in_words(3), count_in_words(40)) == ("three", "40")
    for month in range(1, 13):
        assert english_date(f"Senin, {dt.date(2026, month, 1).day} Mei 2026") == "Monday, 1 May 2026"


def test_what_a_human_wrote_stays_as_it_is() -> None:
    given = {
        "customer": {"name": "Toko 17 Agustus 1945", "addressee": "Toko 17 Agustus 1945"},
        "first": {"description": "paket dan saus", "due": "1 Mei 2026"},
    }
    assert in_english(given) == {**given, "first": {"description": "paket dan saus", "due": "1 May 2026"}}


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        ("changes", "ditambah denda Rp10, sudah dibayar Rp5, nota kredit Rp1", "plus late fee Rp10, paid Rp5, credit note Rp1"),
        ("charged_how", "1 permil per hari × 3 hari × Rp1.000, dihitung sejak 2 Mei 2026", "1 per mille per day × 3 days × Rp1.000, counted from 2 May 2026"),
        ("missed", "cicilan ke-2 dan ke-3 sebesar Rp2.000", "instalment no. 2 and no. 3 of Rp2.000"),
        ("progress", "Cicilan ke-3 dari 6", "Instalment no. 3 of 6"),
        ("state", "menunggu bukti potong", "awaiting the tax slip"),
        ("state", "kurang Rp5.000", "short by Rp5.000"),
        ("numbers", "A-1, A-2, dan A-3", "A-1, A-2 and A-3"),
        ("numbers", "empat invoice", "four invoices"),
        ("numbers", "invoice tersebut", "those invoices"),
        ("reminded_on", "1 Mei 2026 dan 2 Mei 2026", "1 May 2026 and 2 May 2026"),
        ("counted_from", "tanda terima", "your receipt"),
        ("counted_from", "serah terima", "your acceptance"),
        ("basis", "Pasal 5 kontrak nomor 7", "Pasal 5 of contract no. 7"),
    ],
)  # fmt: skip
def test_composed_fields_are_said_in_english(field: str, said: str, expected: str) -> None:
    assert in_english({field: said}) == {field: expected}


def test_an_agent_says_so_in_english() -> None:
    given = {"sender": {"introduction": "Rudi, Penagih, mewakili PT A, berdasarkan surat tugas nomor 5"}}
    told = "Rudi, Penagih, representing PT A, under letter of assignment no. 5"
    assert in_english(given) == {"sender": {"introduction": told}}


def test_sums_are_spelled_anew() -> None:
    assert in_english({"total": "Rp1.250.000", "total_words": "satu juta"})["total_words"] == (
        "one million two hundred fifty thousand rupiah"
    )


def test_the_organ_of_a_company_is_named_in_english() -> None:
    (paper,) = (each for each in story(FIRM, english(COMPANY)).composed() if each.path.startswith("letters/"))
    assert "The Board of Directors of PT Maju Jaya Abadi<br>Attn. Mr James Carter" in getattr(paper, "html", "")


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("who", [COMPANY, PERSON], ids=["company", "person"])
@pytest.mark.parametrize("occasion", sorted(OCCASIONS))
def test_letters_asked_for_are_english_with_the_same_figures(occasion: str, who: Customer, count: int) -> None:
    _, ours, _ = drafted(who, occasion, count)
    _, theirs, problems = drafted(english(who), occasion, count)
    assert problems == ()
    for mine, other in zip(ours, theirs, strict=True):
        assert set(figures(words(mine))) == set(figures(words(other)))
        if isinstance(other, Sheet) and occasion in CERTIFICATES:
            continue
        said = words(other)
        for own in OWN_WORDS:
            said = said.replace(own, "")
        assert not INDONESIAN.search(said), (INDONESIAN.search(said), said)


@pytest.mark.parametrize(("occasion", "words_of_it"), [("receipt", "Uang sejumlah"), ("settlement", "telah melunasi")])
def test_a_certificate_is_indonesian_and_its_message_english(occasion: str, words_of_it: str) -> None:
    _, documents, problems = drafted(english(COMPANY), occasion)
    assert problems == ()
    assert words_of_it in words(next(each for each in documents if isinstance(each, Sheet)))
    assert "Dear Mr James Carter," in words(next(each for each in documents if isinstance(each, Mail)))
