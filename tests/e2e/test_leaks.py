"""A build that would give something away is refused: each kind of secret, planted once, is found by file and place."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from kit.output.leaks import Guard, guard
from kit.reading.book import read_book
from tests.books import TOKENS, digests, own_book, run

#: What somebody might write into an invoice of warung-endang, and the code that refuses it.
PLANTED = {
    "a name": ("dikirim bersama pesanan Sumber Rejeki", "leak-name"),
    "a name as the web spells it": ("untuk%20Sumber%20Rejeki%20juga", "leak-name"),
    "an invoice": ("ganti INV/2026/0851 punya dia", "leak-invoice"),
    "an address": ("kirim ke ALAMAT", "leak-address"),
    "a contact's e-mail": ("hubungi MAIL", "leak-email"),
    "any e-mail": ("hubungi orang.lain@surat.example", "leak-email"),
    "a contact's telephone": ("telepon PHONE", "leak-number"),
    "any telephone": ("telepon 0812-0000-0777", "leak-phone"),
    "a telephone from abroad": ("telepon +62 812 0000 0778", "leak-phone"),
    "a NIK": ("NIK 3578014505900002", "leak-identity"),
    "an old NPWP": ("NPWP 01.234.567.8-091.000", "leak-identity"),
    "an NPWP": ("NPWP 0012345678091000", "leak-identity"),
    "a card": ("kartu 3578 0145 0590 0002", "leak-identity"),
    "a place": ("lihat /home/orang/tagihan", "leak-path"),
    "a place on Windows": ("lihat C:\\\\Tagihan", "leak-path"),
    "a data file": ("lihat data/customers/ yang lama", "leak-path"),
    "YAML": ("call_as: Pak Anu", "leak-yaml"),
    "an address of a page": ("E5sumber0000000000000000", "leak-link"),
    "a remark": ("REMARK", "leak-note"),
}


def planted(folder: Path, text: str) -> Path:
    """Return the own book with `text` as what an invoice of warung-endang is about."""
    book = own_book(folder)
    whole, _ = read_book(book)
    assert whole is not None
    other = next(each for each in whole.customers if each.id == "sumber-rejeki")
    assert other.address
    words = {"MAIL": other.contact.email, "PHONE": other.contact.whatsapp, "ALAMAT": other.address.street}
    words["REMARK"] = "orangnya sering lupa jadi telepon saja"
    for word, said in words.items():
        text = text.replace(word, str(said))
    path = book / "data/customers/warung-endang.yaml"
    lines = [line for line in path.read_text().splitlines() if "description:" not in line]
    at = next(number for number, line in enumerate(lines) if line.startswith("  - number:"))
    lines.insert(at + 1, f'    description: "{text}"')
    path.write_text("\n".join([*lines, f"notes: {words['REMARK']}"]) + "\n")
    return book


@pytest.mark.parametrize(("text", "code"), PLANTED.values(), ids=list(PLANTED))
def test_each_kind_of_secret_stops_the_build_and_says_where(tmp_path: Path, text: str, code: str) -> None:
    book = planted(tmp_path, text)
    result = run("build", "--book", book, "--jobs", "1")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    page = f"site/{TOKENS['warung-endang']}/index.html"
    assert f"{page}:" in result.stderr
    assert "data/customers/warung-endang.yaml" in result.stderr
    assert not (book / "build").exists()


def test_what_a_template_gives_away_is_found_on_every_page_and_the_old_build_stands(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    before = digests(book / "build")
    (book / "site").mkdir()
    shipped = (Path(__file__).parents[2] / "site/page.html").read_text()
    (book / "site/page.html").write_text(shipped.replace("<main>", "<main>\n<p>Sumber Rejeki</p>"))
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert result.stderr.count("error[leak-name]") == len(TOKENS) - 1
    assert digests(book / "build") == before


def test_a_style_that_gives_away_is_found_though_all_pages_share_it(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    whole, _ = read_book(book)
    assert whole is not None
    watch = guard(whole)
    page = b"<style>\n/* Sumber Rejeki */</style>"
    found = watch.look(f"site/{TOKENS['maju-jaya']}/index.html", "maju-jaya", page)
    assert [(each.code, each.data["line"]) for each in found] == [("leak-name", 2)]


@pytest.mark.parametrize(
    ("path", "customer"),
    [("site/links.yaml", None), ("site/T/customer.yaml", "maju-jaya"), ("site/maju.html", "maju-jaya"),
     ("site/T/documents/rows.csv", "maju-jaya"), ("site/T/index.html", None)],
)  # fmt: skip
def test_a_file_without_a_place_in_a_site_is_refused(path: str, customer: str | None) -> None:
    assert [each.code for each in Guard({}, {}, {}, ()).look(path, customer, b"")] == ["leak-file"]


def test_names_of_others_in_the_bytes_of_a_paper_are_found(tmp_path: Path) -> None:
    whole, _ = read_book(own_book(tmp_path))
    assert whole is not None
    paper = b"%PDF-1.7\nstream\r\n" + zlib.compress(b"(UD Sumber Rejeki) Tj") + b"\nendstream\nstream\nx\nendstream"
    look = guard(whole).look
    assert [each.code for each in look("site/T/documents/a.pdf", "maju-jaya", paper)] == ["leak-name"]
    assert look("site/T/documents/a.pdf", "sumber-rejeki", paper) == ()


def test_no_page_of_the_book_holds_a_canary_of_anybody_else(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    whole, _ = read_book(book)
    assert whole is not None
    assert run("build", "--book", book).exit_code == 0
    pairs = 0
    for customer, token in TOKENS.items():
        text = (book / f"build/site/{token}/index.html").read_text()
        for other in whole.customers:
            if other.id != customer:
                pairs += 1
                assert other.name not in text
                assert TOKENS[other.id] not in text
                assert not any(each.number in text for each in other.invoices)
    assert pairs == len(TOKENS) * (len(TOKENS) - 1)
