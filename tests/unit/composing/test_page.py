"""The status page: what it says in every state, and what it must never hold."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from dataclasses import replace

import pytest

from kit.composing.assets import Assets
from kit.composing.compose import compose_site
from kit.composing.page import ASKED
from kit.domain.model import BankAccount, CreditNote, Dispute, Invoice, Payment
from kit.domain.policy import STANDARD, THANKS, InstalmentLimits, Stage
from kit.domain.verdict import OnHold
from tests.builders import sent
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, STAGES, WORDING, page, story, told
from tests.unit.composing.test_compose import lines, read

LIMITS = InstalmentLimits(most=6, least=100_000)
DUE, FIRM = STANDARD.stages[1], STANDARD.stages[4]
LATE = Invoice("A-1", AS_OF - dt.timedelta(60), AS_OF - dt.timedelta(30), 1_000_000)
COMING = Invoice("A-2", AS_OF - dt.timedelta(10), AS_OF + dt.timedelta(20), 500_000)
LATER = Invoice("A-3", AS_OF - dt.timedelta(5), AS_OF + dt.timedelta(25), 700_000)


def told_of(*invoices: Invoice, **changes: object) -> str:
    """Return the page of the company with these invoices and nothing to send."""
    return page(told(replace(COMPANY, invoices=invoices, **changes), None).composed())  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize("count", [1, 40])
def test_a_page_asks_nobody_else_for_anything(stage: Stage, count: int) -> None:
    text = page(story(stage, COMPANY, count).composed(assets=Assets(b"\x89PNG\r\n\x1a\n" + b"x" * 8000)))
    assert len(text.encode()) < (30_000 if count == 1 else 40_000)
    reader = read(text)
    assert not {tag for tag, _ in reader.tags} & {"link", "iframe", "form", "object", "video", "audio"}
    assert [found for tag, found in reader.tags if tag == "script"] == [{}], "one script of ours, in the page itself"
    for tag, found in reader.tags:
        assert "style" not in found, "a style attribute is closed by the policy"
        if tag == "img":
            assert (found["src"] or "").startswith("data:image/png;base64,")
        if "href" in found:
            assert (found["href"] or "").startswith(("https://wa.me/", "mailto:"))
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_knows_the_style_sheet() -> None:
    text = page(story(FIRM).composed())
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(style) == 1
    whole = story(FIRM).book
    proposing = page(
        replace(story(FIRM), book=replace(whole, policy=replace(whole.policy, instalments=LIMITS))).composed()
    )
    scripts = re.findall(r"<script>(.*?)</script>", proposing, re.DOTALL)
    assert len(scripts) == 2
    assert re.findall(r"<script>(.*?)</script>", text, re.DOTALL) == scripts[:1]
    look, copy, work = (
        base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (*style, *scripts)
    )
    policy = (
        f"default-src 'none'; style-src 'sha256-{look}'; script-src 'sha256-{copy}' 'sha256-{work}'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )
    for each in (text, proposing):
        assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in each
    files, _ = compose_site(story(FIRM).book, WORDING)
    assert f"Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in files[0].text
    assert all(style[0] in each.text for each in files[1:])


def test_a_page_is_not_found_by_search_and_tells_no_one_where_you_came_from() -> None:
    for text in (page(story(FIRM).composed()), *(each.text for each in compose_site(story(FIRM).book, WORDING)[0][1:])):
        assert '<meta name="robots" content="noindex,noarchive,nosnippet">' in text
        assert '<meta name="referrer" content="no-referrer">' in text
        assert "<title>PT Sari Rasa Nusantara</title>" in text
        assert '<html lang="id">' in text
        assert "og:" not in text


def test_a_page_holds_no_more_of_the_customer_than_a_name() -> None:
    text = page(story(FIRM).composed())
    for secret in ("keuangan@majujaya.example", "6281200000203", "0812-0000-0203", "Melati", "Ratna", "Budi Santoso"):
        assert secret not in text
    assert "Pak Budi" in text
    assert "PT Maju Jaya Abadi" in text


def test_prefilled_words_carry_no_amounts_and_no_names() -> None:
    for words in ASKED.values():
        assert not re.search(r"[0-9]|Rp", words)
    for _, found in read(page(story(FIRM).composed())).tags:
        link = found.get("href") or ""
        assert "Rp" not in link
        assert "INV" not in link
        assert "Maju" not in link


def test_sections_come_in_one_order_and_are_absent_when_empty() -> None:
    order = [
        "Yang perlu dibayar sekarang",
        "Cara membayar",
        "Rincian tagihan",
        "Pembayaran yang sudah kami terima",
        "Mari bicara",
        "Pastikan ini benar dari kami",
    ]
    text = lines(page(story(FIRM).composed()))
    assert sorted(order, key=text.index) == order
    assert "Pembayaran yang sudah kami terima" not in lines(told_of(LATE))


@pytest.mark.parametrize(
    ("invoices", "said"),
    [
        ((LATE, COMING), "Ada satu invoice yang sudah lewat jatuh tempo dan satu yang belum jatuh tempo."),
        ((COMING, LATER), "Ada dua invoice yang belum jatuh tempo."),
        ((LATE,), "Ada satu invoice yang sudah lewat jatuh tempo."),
        ((), "Saat ini belum ada tagihan yang tercatat."),
    ],
)
def test_one_sentence_says_how_things_stand(invoices: tuple[Invoice, ...], said: str) -> None:
    assert said in lines(told_of(*invoices))


def test_what_is_not_yet_due_is_not_demanded() -> None:
    text = lines(told_of(COMING, LATER))
    assert "Tagihan berikutnya\nRp500.000\nJatuh tempo Minggu, 13 Desember 2026." in text
    assert "Yang perlu dibayar sekarang" not in text
    assert "Jumlah sisa tagihan Rp1.200.000" in text


def test_what_is_disputed_is_not_demanded() -> None:
    text = lines(told_of(LATE, disputes=(Dispute("A-1", AS_OF - dt.timedelta(3)),)))
    assert "Sedang kita bahas bersama" in text
    assert "Yang perlu dibayar sekarang" not in text
    assert "Sedang kami bahas bersama" in text
    assert "satu invoice yang masih kita bahas bersama" in text


def test_a_settled_customer_is_thanked_first() -> None:
    text = lines(page(story(THANKS, PERSON).composed()))
    assert text.index("Lunas. Terima kasih, Bu Endang.") < text.index("Rincian tagihan")
    assert "Cara membayar" not in text
    assert "Ingin mencicil?" not in text
    assert "Lunas pada | 20 November 2026" in text


def test_money_that_settles_nothing_stays_in_sight() -> None:
    paid = Payment(AS_OF - dt.timedelta(2), 1_250_000)
    text = lines(told_of(LATE, payments=(paid,)))
    assert "kelebihan pembayaran sebesar Rp250.000" in text
    text = lines(told_of(payments=(paid,)))
    assert "Rp1.250.000" in text


def test_credit_and_payment_are_told_apart() -> None:
    note = CreditNote("NK-1", AS_OF - dt.timedelta(9), 100_000, "A-1")
    text = lines(told_of(LATE, credit_notes=(note,), payments=(Payment(AS_OF, 300_000, ("A-1",), "transfer"),)))
    assert (
        "Jumlah | Rp1.000.000\nNota kredit | − Rp100.000\nSudah dibayar | − Rp300.000\nSisa tagihan | Rp600.000" in text
    )
    assert "23 November 2026 (transfer) Rp300.000" in text


def test_a_date_that_we_gave_stays_on_the_page_until_it_passes() -> None:
    entry = sent("reminder-1", AS_OF - dt.timedelta(2), "A-1", deadline=AS_OF)
    made = told(replace(COMPANY, invoices=(LATE,)), None, entry)
    assert "Mohon dibayar paling lambat Senin, 23 November 2026." in lines(page(made.composed()))
    entry = replace(entry, deadline=AS_OF - dt.timedelta(1))
    made = told(replace(COMPANY, invoices=(LATE,)), None, entry)
    assert "paling lambat" not in page(made.composed())


def test_a_promise_is_met_with_thanks() -> None:
    made = told(replace(COMPANY, invoices=(LATE,)), None)
    made = replace(made, verdict=OnHold("promise", dt.date(2026, 11, 27), ()))
    text = lines(page(made.composed()))
    assert "Terima kasih atas rencana pembayarannya. Kami menunggu sampai dengan Jumat, 27 November 2026." in text


def test_payments_are_counted_up_to_the_day_of_the_statements() -> None:
    assert "; pembayaran sampai 21 November 2026 sudah dihitung." in page(story(DUE).composed())
    silent = (BankAccount("Bank Contoh", "001", "PT Contoh"),)
    assert "sudah dihitung" not in page(story(DUE, accounts=silent).composed())


def test_without_a_telephone_number_people_answer_by_mail() -> None:
    made = story(DUE, whatsapp=None, senders=())
    links = [found.get("href") or "" for _, found in read(page(made.composed())).tags if found.get("href")]
    assert links
    assert all(link.startswith("mailto:piutang@sarirasa.example?subject=") for link in links)


def test_old_settled_invoices_leave_the_page() -> None:
    old = [replace(LATE, number=f"OLD-{n}", due=AS_OF - dt.timedelta(100 - n)) for n in range(9)]
    paid = tuple(Payment(each.due, each.amount, (each.number,)) for each in old)
    text = told_of(*old, LATE, payments=paid)
    assert [f"OLD-{n}" in text for n in range(9)] == [False] * 4 + [True] * 5
    assert "A-1" in text
