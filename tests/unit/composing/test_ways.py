"""Ways to pay in messages, letters and pages; the codes read back from their pictures by another program."""

from __future__ import annotations

import base64
import datetime as dt
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kit.composing.ways import picture
from kit.domain.asked import codes_wanted
from kit.domain.cases import Case
from kit.domain.codes import Codes, CodesFor, Given
from kit.domain.invoices import Discount, Withholding
from kit.domain.means import MerchantCode, Trial, VirtualAccount
from kit.domain.model import Customer, Dispute, Invoice, Payment
from kit.domain.policy import STANDARD, THANKS, Channel, Stage
from kit.domain.qris import Qris, read_qris, with_amount
from kit.domain.verdict import Send
from tests.unit.composing.stories import AS_OF, COMPANY, PERSON, Story, chat, mail, page, sheet, story, texts, told
from tests.unit.domain.test_means import PAYLOAD, code

DUE, REMINDER, FIRM = STANDARD.stages[1], STANDARD.stages[2], STANDARD.stages[4]
SMALL = Invoice("A-1", AS_OF - dt.timedelta(40), AS_OF - dt.timedelta(8), 1_250_000)
STATIC = MerchantCode(code())
TRIED = MerchantCode(code(), Trial(AS_OF - dt.timedelta(3), 10_000))
judge = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")


def small(stage: Stage | None = REMINDER, customer: Customer = PERSON, **changes: object) -> Story:
    """Return a customer who owes one small invoice."""
    return told(replace(customer, invoices=(SMALL,)), stage, **changes)


def on_page(text: str) -> bytes:
    """Return the one picture of a page."""
    found = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="Kode QRIS', text)
    assert len(found) == 1
    return base64.b64decode(found[0])


def scanned(png: bytes, folder: Path) -> Qris:
    """Return the code that zbarimg finds in a picture."""
    path = folder / "code.png"
    path.write_bytes(png)
    done = subprocess.run(["zbarimg", "--raw", "-q", path], capture_output=True, text=True, timeout=60, check=True)
    found = read_qris(done.stdout.strip())
    assert found is not None
    return found


@judge
@pytest.mark.parametrize("code", [STATIC, TRIED])
def test_an_app_reads_the_code_off_the_page(code: MerchantCode, tmp_path: Path) -> None:
    text = page(small(qris=code).composed())
    found = scanned(on_page(text), tmp_path)
    assert found.value("54") == ("1250000" if code.tested else None)
    assert (found.merchant, found.nmid) == ("CONTOH KONSULTAN", "ID0000000000000")
    assert found.static == (code is STATIC)
    assert "CONTOH KONSULTAN" in text
    assert "ID0000000000000" in text
    assert ("Jumlahnya sudah tertulis" in text) == (code is TRIED)
    assert "Rp1.250.000" in text
    assert len(text.encode()) < 30_000


@judge
@pytest.mark.parametrize("amount", [1, 123, 999_999, 1_250_123, 10_000_000])
def test_an_app_reads_every_amount(amount: int, tmp_path: Path) -> None:
    paid = with_amount(code(), amount)
    assert paid is not None
    assert scanned(picture(paid), tmp_path) == paid


def test_the_same_code_is_drawn_the_same() -> None:
    first = picture(code())
    picture.cache_clear()
    assert picture(code()) == first
    assert first.startswith(b"\x89PNG")
    assert len(first) < 3_000


def test_above_ten_million_no_code_stands_anywhere() -> None:
    large = replace(SMALL, amount=10_000_001)
    for whole in (10_000_000, 10_000_001):
        tale = told(replace(COMPANY, invoices=(replace(large, amount=whole),)), FIRM, qris=TRIED)
        shown = {name for name, text in texts(tale.composed()).items() if "QRIS" in text}
        assert shown == ({"letter", "mail text", "mail html", "page"} if whole == 10_000_000 else set())


def test_a_letter_carries_the_code_as_a_picture_and_a_message_leads_to_the_page() -> None:
    documents = small(FIRM, COMPANY, qris=STATIC).composed()
    letter, message = sheet(documents), mail(documents)
    assert dict(letter.images)["qris"] == picture(code())
    assert '<img src="kit:qris"' in letter.html
    assert "Isikan Rp1.250.000" in letter.html
    assert "<img" not in message.html
    assert "NMID ID0000000000000" in message.html
    assert "NMID ID0000000000000" in message.text
    assert "QRIS" not in chat(documents)


@judge
def test_the_disputed_part_and_the_awaited_slip_are_asked_for_nowhere(tmp_path: Path) -> None:
    month, week = dt.timedelta(30), dt.timedelta(7)
    part = Invoice("A-1", AS_OF - 2 * month, AS_OF - month, 1_000_000, withholding=Withholding(20_000))
    short = Invoice("A-2", AS_OF - 2 * month, AS_OF - month, 600_000, withholding=Withholding(20_000))
    who = replace(
        PERSON, invoices=(part, short), payments=(Payment(AS_OF - week, 580_000, ("A-2",)),),
        disputes=(Dispute("A-1", AS_OF - week, amount=150_000),),
    )  # fmt: skip
    tale = told(who, REMINDER, qris=TRIED)
    assert isinstance(tale.verdict, Send)
    tale = replace(tale, verdict=replace(tale.verdict, channels=(Channel.WHATSAPP, Channel.EMAIL)))
    assert (tale.statement.outstanding, tale.statement.claim) == (1_020_000, 850_000)
    policy = replace(tale.book.policy, transfer_code=CodesFor.ALL)
    wanted, taken = codes_wanted(replace(tale.book, policy=policy), [Case(who, tale.statement, tale.verdict)])
    assert wanted == {(who.id, 850_000)}
    assert taken == {1_020_000, 1_000_000, 850_000, 20_000, 0}
    given = Codes("k" * 43, (Given(who.id, 850_000, 7, AS_OF),))
    documents = replace(tale, book=replace(tale.book, policy=policy, codes=given)).composed()
    shown, said = page(documents), '<strong class="num">Rp1.020.000</strong></p>'  # the sum of what is open, as a fact
    assert shown.count(f"<strong>Jumlah sisa tagihan</strong> {said}") == 1
    for text in (chat(documents), mail(documents).text, mail(documents).html, shown.replace(said, "")):
        assert "Rp850.007" in text
        assert "Rp1.020" not in text
    assert scanned(on_page(page(documents)), tmp_path).value("54") == "850007"


def test_thanks_ask_for_nothing() -> None:
    for name, text in texts(story(THANKS, COMPANY, qris=STATIC).composed()).items():
        assert "QRIS" not in text, name


def test_virtual_accounts_stand_as_given() -> None:
    own = replace(COMPANY, virtual_accounts=(VirtualAccount("Bank Contoh", "0880800001234"),))
    for name, text in texts(small(FIRM, own).composed()).items():
        assert ("0880800001234" in text) == (name in ("letter", "mail text", "mail html", "page")), name


def test_the_link_of_the_invoice_wins() -> None:
    mine, theirs, ours = "https://bayar.example/1", "https://bayar.example/c", "https://bayar.example/x"
    own = replace(PERSON, payment_link=theirs)
    assert theirs in page(small(customer=own, payment_link=ours).composed())
    assert ours not in page(small(customer=own, payment_link=ours).composed())
    linked = told(replace(own, invoices=(replace(SMALL, payment_link=mine),)), REMINDER, payment_link=ours)
    for text in (page(linked.composed()), mail(linked.composed()).html, mail(linked.composed()).text):
        assert mine in text
        assert theirs not in text


def test_the_payload_of_these_tests_is_no_merchants() -> None:
    assert "CONTOH" in PAYLOAD


@judge
@pytest.mark.parametrize("merchant", [STATIC, TRIED], ids=["typed", "written"])
def test_beside_a_discount_it_is_plain_which_sum_a_code_is_for(merchant: MerchantCode, tmp_path: Path) -> None:
    early = (Discount(AS_OF + dt.timedelta(4), 50_000),)
    coming = replace(SMALL, issued=AS_OF - dt.timedelta(2), due=AS_OF + dt.timedelta(3), discounts=early)
    who = replace(PERSON, invoices=(coming,))
    tale = told(who, STANDARD.stages[0], qris=merchant)
    assert isinstance(tale.verdict, Send)
    tale = replace(tale, verdict=replace(tale.verdict, channels=(Channel.WHATSAPP, Channel.EMAIL)))
    policy = replace(tale.book.policy, transfer_code=CodesFor.ALL)
    given = Codes("k" * 43, (Given(who.id, 1_250_000, 7, AS_OF),))
    documents = replace(tale, book=replace(tale.book, policy=policy, codes=given)).composed()
    for text in (mail(documents).text, mail(documents).html, page(documents)):
        plain = " ".join(re.sub(r"<[^>]+>", "", text).split())
        assert "Jumlah transfer tanpa potongan: Rp1.250.007" in plain
        assert "Dengan potongan sampai dengan 27 November 2026: transfer Rp1.200.000 tanpa kode unik" in plain
        word = "berisi" if merchant is TRIED else "untuk"
        assert re.search(rf"Kode QRIS (di bawah ini )?{word} jumlah tanpa potongan", plain)
    assert "Jumlah transfer tanpa potongan: *Rp1.250.007*" in chat(documents)
    assert scanned(on_page(page(documents)), tmp_path).value("54") == ("1250007" if merchant is TRIED else None)


def test_without_a_discount_nothing_is_said_of_one() -> None:
    for text in texts(small(FIRM, COMPANY, qris=TRIED).composed()).values():
        assert "potongan:" not in text
        assert "tanpa potongan" not in text


def test_a_letter_beside_a_discount_says_that_its_code_is_for_the_whole() -> None:
    early = (Discount(AS_OF + dt.timedelta(4), 50_000),)
    coming = replace(SMALL, issued=AS_OF - dt.timedelta(2), due=AS_OF + dt.timedelta(3), discounts=early)
    tale = told(replace(COMPANY, invoices=(coming,)), STANDARD.stages[0], qris=TRIED)
    assert "Tanpa potongan: Rp1.250.000" in sheet(tale.composed()).html
