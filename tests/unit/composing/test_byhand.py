"""Letters that a human asks for: every template, companies and persons, one invoice and forty, all lengths."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from kit.basics.money import format_rupiah
from kit.basics.terbilang import terbilang_rupiah
from kit.composing.documents import Document, Mail, Sheet, TextFile
from kit.domain.byhand import DUTY_ABOVE, OCCASIONS
from kit.domain.model import Address, Contact, Customer, LegalForm
from tests.unit.composing.byhand_stories import drafted
from tests.unit.composing.stories import COMPANY, PERSON

SHORT = replace(PERSON, name="Li", contact=Contact("Li", "Bu Li", "Ibu Li", "li@li.example", "6281200000202"))
LONG = replace(
    COMPANY,
    name="PT Perkebunan dan Perdagangan Hasil Bumi Nusantara Makmur Sejahtera Abadi Sentosa Indonesia Tbk",
    form=LegalForm.PT,
    contact=Contact(
        "Prof. Dr. Ir. H. Raden Mas Soemantri Wiryokusumo Adiningrat, S.H., M.Hum., Ph.D.", "Pak Soemantri",
        "Bapak Prof. Dr. Ir. H. Raden Mas Soemantri Wiryokusumo Adiningrat, S.H., M.Hum., Ph.D.",
        "soemantri@nusantara.example", "6281200000203",
    ),
    address=Address("Gedung Graha Nusantara Lantai 27, Jalan Jenderal Sudirman Kaveling 52–53", "Kota Administrasi Jakarta Selatan",
                    "DKI Jakarta", "12190"),
)  # fmt: skip


def plain(document: Document) -> str:
    """Return what a reader of the document meets, tags aside."""
    if isinstance(document, Mail):
        return f"{document.subject}\n{document.text}"
    if isinstance(document, TextFile):
        return document.text.partition("\n---")[0]
    assert isinstance(document, Sheet)
    body = re.sub(r"</?(?:strong|em|span|i)\b[^>]*>", "", document.html)
    return html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"\s*\n\s*", "\n", body)))


@pytest.mark.parametrize("amount", [12_500_000, 1, 999_999_999_999])
@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize("customer", [COMPANY, PERSON, SHORT, LONG], ids=["company", "person", "short", "long"])
@pytest.mark.parametrize("occasion", sorted(OCCASIONS))
def test_every_letter_is_whole(occasion: str, customer: Customer, count: int, amount: int) -> None:
    if amount == 1 and (occasion == "thanks-part" or (occasion == "breach-notice" and count == 1)):
        pytest.skip("one rupiah has no part")
    _, documents, problems = drafted(customer, occasion, count, amount)
    assert problems == ()
    paths = [each.path.rsplit("/", 1)[-1] for each in documents]
    assert f"{occasion}.pdf" in paths
    for each in documents:
        said = plain(each)
        assert not re.search(r"None|\{[{%]|undefined|Qz\d", said)
        # An empty field leaves its traces: a space before a stop, two stops, empty brackets, an amount without digits.
        assert not re.search(r"\w [.,;](?=\s|$)|\.\.(?!\.)(?=\s)|,,|\(\)|\bRp(?!\d|\)|10\.000)", said), said
        assert "\n\n\n" not in (each.text if isinstance(each, Mail | TextFile) else "")


@pytest.mark.parametrize("occasion", ["statement", "receipt", "overpayment", "promise", "instalment-offer", "manager"])
def test_every_channel_says_the_same_sum(occasion: str) -> None:
    case, documents, _ = drafted(COMPANY, occasion, 3, 2_345_678)
    figure = {
        "statement": case.statement.outstanding, "receipt": 3 * 2_345_678, "overpayment": case.statement.unallocated,
        "promise": 3 * 2_345_678, "instalment-offer": 3 * 2_345_678, "manager": case.statement.claim,
    }[occasion]  # fmt: skip
    assert len(documents) == 3
    for each in documents:
        assert format_rupiah(figure) in plain(each)


@pytest.mark.parametrize("occasion", ["receipt", "settlement"])
def test_a_duty_stamp_has_its_room_above_five_million(occasion: str) -> None:
    for amount, room in ((DUTY_ABOVE, False), (DUTY_ABOVE + 1, True)):
        _, documents, _ = drafted(PERSON, occasion, 1, amount)
        (paper,) = (each for each in documents if isinstance(each, Sheet))
        assert ('class="meterai"' in paper.html) is room
        assert terbilang_rupiah(amount) in paper.html
        assert "Yth." not in paper.html
        mail = next(each for each in documents if isinstance(each, Mail))
        assert ("meterai" in mail.text) is room


def test_a_receipt_says_what_the_money_settled_and_what_waits() -> None:
    case, documents, _ = drafted(COMPANY, "receipt", 2, 1_000_000)
    (paper,) = (each for each in documents if isinstance(each, Sheet))
    assert paper.html.count("Rp1.000.000") == 2
    assert "belum diperhitungkan" not in paper.html
    over, documents, _ = drafted(COMPANY, "overpayment", 2, 1_000_000)
    assert over.statement.unallocated == 1_000_000
    assert case.statement.unallocated == 0


def test_an_invitation_brings_its_agenda_and_the_topics_of_the_human() -> None:
    _, documents, _ = drafted(COMPANY, "meeting", says=("Jadwal pengiriman Desember",))
    (paper,) = (each for each in documents if isinstance(each, Sheet))
    assert "Agenda pertemuan" in paper.html
    assert "<td>5</td><td>Jadwal pengiriman Desember</td>" in paper.html


def test_offers_stand_side_by_side_and_each_adds_up() -> None:
    _, documents, _ = drafted(COMPANY, "instalment-offer", 1, 10_000_001)
    (paper,) = (each for each in documents if isinstance(each, Sheet))
    rows = [re.findall(r'class="right">([^<]+)<', row) for row in re.findall(r"<tr><td>\d+</td>.*?</tr>", paper.html)]
    for column in zip(*rows, strict=True):
        assert sum(int(cell.replace(".", "")) for cell in column if cell != "–") == 10_000_001
    assert "Usulan 3: 6 kali" in paper.html


def test_the_sentences_of_the_human_are_escaped() -> None:
    _, documents, _ = drafted(COMPANY, "upfront", says=("<b>Tunai</b> & transfer",))
    (paper,) = (each for each in documents if isinstance(each, Sheet))
    assert "&lt;b&gt;Tunai&lt;/b&gt; &amp; transfer" in paper.html


def test_points_that_a_loop_makes_are_one_list() -> None:
    _, documents, _ = drafted(COMPANY, "change-of-terms")
    (paper,) = (each for each in documents if isinstance(each, Sheet))
    assert paper.html.count("<ul>") == 1
    assert paper.html.count("<li>") == 2


def test_a_withdrawal_with_money_open_says_why() -> None:
    _, settled, _ = drafted(COMPANY, "somasi-withdrawal")
    assert "telah dipenuhi" in plain(settled[-1])


def test_a_terms_sheet_is_whole_with_and_without_a_checklist() -> None:
    _, documents, _ = drafted(COMPANY, "terms-sheet")
    assert any("Setiap invoice kami sertai berkas berikut: PO dan BAST." in plain(each) for each in documents)
    for each in documents:
        assert not re.search(r"(?m)^- ", plain(each)) or not isinstance(each, Sheet)
    sheet = next(each for each in documents if isinstance(each, Sheet))
    assert "jatuh tempo: 30 hari sejak tanggal invoice" in plain(sheet)
