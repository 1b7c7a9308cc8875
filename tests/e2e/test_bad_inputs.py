"""Bad inputs that end in a behaviour instead of an error: one test per row of the list."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
import re
import resource
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.books import TOKENS, digests, own_book, run, run_apart

HOSTILE = {
    "B54-image": "<img src=x onerror=alert(1)>",
    "B54-braces": "{{7*7}}",
    "B54-raw": "{% raw %}",
    "B54-title": "</title>",
    "B54-cdata": "]]>",
    "B54-quote": "'\">",
    "B43-title": "Budi, S.H.",
    "B43-quoted": 'Budi "Boy" Santoso',
    "B43-irish": "O'Brien Ñ",
    "B50-marks": "*Toko* _Maju_ ~Jaya~ `Abadi`",
    "B58-formula": "=HYPERLINK(1)",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def rewrite(book: Path, customer: str, pattern: str, text: str) -> None:
    path = book / f"data/customers/{customer}.yaml"
    path.write_text(re.sub(pattern, lambda _: text, path.read_text(), count=1, flags=re.MULTILINE), encoding="utf-8")


def row(book: Path, customer: str) -> dict[str, object]:
    rows = json.loads(run("status", "--book", book, "--json").stdout)["customers"]
    return next(each for each in rows if each["id"] == customer)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names_are_shown_as_text(book: Path, name: str) -> None:
    quoted = name.replace("'", "''")
    rewrite(book, "sumber-rejeki", "^name: .*$", f"name: '{quoted}'")
    rewrite(book, "sumber-rejeki", "name: Agus Prasetyo$", f"name: '{quoted}'")
    result = run("build", "--book", book, "--only", "sumber-rejeki", "--out", book.parent / "out")
    assert result.exit_code == 0, result.output
    mail = email.message_from_bytes(
        (book.parent / "out/outbox/sumber-rejeki/firm/message.eml").read_bytes(), policy=email.policy.default
    )
    assert len(mail["To"].addresses) == 1
    assert mail["To"].addresses[0].addr_spec == "agus@sumberrejeki.example"
    assert mail["Bcc"] is None
    page = (book.parent / f"out/site/{TOKENS['sumber-rejeki']}/index.html").read_text()
    assert "<img" not in page
    assert "49" not in re.sub(r"[0-9]{5,}|\.[0-9]+|Rp[0-9.]+", "", page) or "{{7*7}}" not in name
    chat = (book.parent / "out/outbox/sumber-rejeki/firm/whatsapp.txt").read_text()
    assert not {"*Toko*", "_Maju_", "~Jaya~"} & set(chat.split())
    bold = re.findall(r"\*([^*]+)\*", chat.partition("-" * 40)[0])
    assert all(re.search(r"Rp[0-9.]+|20[0-9]{2}$", each) for each in bold), "bold for amounts and dates only"


def test_b26_the_day_comes_from_the_book_not_from_the_clock(book: Path) -> None:
    for zone in ("UTC", "Asia/Jakarta", "America/New_York"):
        assert (
            run_apart("build", "--book", book, "--out", book.parent / zone.replace("/", "-"), TZ=zone).returncode == 0
        )
    first, second, third = (digests(book.parent / each) for each in ("UTC", "Asia-Jakarta", "America-New_York"))
    assert first == second == third


@pytest.mark.parametrize("day", ["1970-01-01", "2038-01-19", "2100-02-28"])
def test_b26_far_days(book: Path, day: str) -> None:
    assert run("status", "--book", book, "--as-of", day).exit_code == 0


def test_b27_time_does_not_run_backwards(book: Path) -> None:
    result = run("build", "--book", book, "--as-of", "2026-11-01")
    assert result.exit_code == 1
    assert "as-of-before-register" in result.stderr
    assert not (book / "build").exists()


def test_b34_a_number_with_slashes_is_text_and_never_a_path(book: Path) -> None:
    assert run("build", "--book", book).exit_code == 0
    assert not any("INV" in path for path in digests(book / "build"))


def test_b50_a_chat_has_a_stated_limit(book: Path) -> None:
    for customer in TOKENS:
        rewrite(book, customer, "^    description: .*$", f"    description: {'saus ' * 55}")
    assert run("build", "--book", book).exit_code == 0
    for path in (book / "build/outbox").rglob("whatsapp.txt"):
        text, _, link = path.read_text().partition("-" * 40)
        assert len(text.strip()) <= 700
        assert len(link.strip()) < 4000
        assert unquote(link.strip().partition("text=")[2]).strip() == text.strip()


def test_b56_five_thousand_invoices(book: Path) -> None:
    start = dt.date(2026, 9, 1)
    days = [(start + dt.timedelta(n % 50), start + dt.timedelta(n % 50 + 30)) for n in range(5000)]
    lines = "".join(
        f"  - {{number: X/{n:05}, issued: {issued}, due: {due}, amount: {1_000_000 + n}}}\n"
        for n, (issued, due) in enumerate(days)
    )
    rewrite(book, "sumber-rejeki", "^invoices:\n", f"invoices:\n{lines}")
    assert run("build", "--book", book).exit_code == 0
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert used < 1 << 20, "more than 1 GiB in a worker"
    mail = (book / "build/outbox/sumber-rejeki/firm/message.eml").read_text()
    assert "dan 4.802 invoice lain" in mail
    assert "INV/2026/0851" in (book / f"build/site/{TOKENS['sumber-rejeki']}/index.html").read_text()


def test_b60_money_beyond_the_debt_is_named_and_nobody_is_asked(book: Path) -> None:
    path = book / "data/customers/warung-endang.yaml"
    path.write_text(path.read_text() + "payments:\n  - {date: 2026-11-22, amount: 1.500.000}\n")
    found = row(book, "warung-endang")
    assert (found["outstanding"], found["unallocated"], found["verdict"]) == (0, 225_000, "clear")
    assert "Rp225.000" in run("explain", "warung-endang", "--book", book).stdout


@pytest.mark.parametrize(("credit", "verdict", "outstanding"), [
    ("{number: K/1, date: 2026-11-21, amount: 1.275.000, for: INV/2026/1033}", "clear", 0),
    ("{number: K/1, date: 2026-11-21, amount: 2.000.000, for: INV/2026/1033}", "clear", 0),
    ("{number: K/1, date: 2026-11-21, amount: 1.275.000, for: INV/2026/1033, cancelled: 2026-11-22}", "send", 1_275_000),
])  # fmt: skip
def test_b61_credit_notes(book: Path, credit: str, verdict: str, outstanding: int) -> None:
    path = book / "data/customers/warung-endang.yaml"
    path.write_text(path.read_text() + f"credit_notes:\n  - {credit}\n")
    found = row(book, "warung-endang")
    assert (found["verdict"], found["outstanding"]) == (verdict, outstanding)


@pytest.mark.parametrize(("paid", "verdict"), [
    ("1.275.000", "clear"), ("1.274.999", "clear"), ("1.265.000", "clear"), ("1.264.999", "send"),
])  # fmt: skip
def test_b62_paid_but_for_a_little(book: Path, paid: str, verdict: str) -> None:
    path = book / "data/customers/warung-endang.yaml"
    path.write_text(path.read_text() + f"payments:\n  - {{date: 2026-11-22, amount: {paid}}}\n")
    assert row(book, "warung-endang")["verdict"] == verdict


def test_b79_files_in_another_order_and_other_line_ends(book: Path) -> None:
    assert run("build", "--book", book, "--out", book.parent / "one").exit_code == 0
    names = sorted((book / "data/customers").iterdir(), reverse=True)
    contents = [(path, path.read_bytes().replace(b"\n", b"\r\n")) for path in names]
    for path, _ in contents:
        path.unlink()
    for path, data in contents:
        path.write_bytes(data)
    assert run("build", "--book", book, "--out", book.parent / "two").exit_code == 0
    one, two = digests(book.parent / "one"), digests(book.parent / "two")
    del one["manifest.json"], two["manifest.json"]
    assert one == two


def test_b86_nothing_of_the_book_stands_in_the_site(book: Path) -> None:
    assert run("build", "--book", book).exit_code == 0
    site = book / "build/site"
    text = {path: path.read_text() for path in site.rglob("*") if path.is_file()}
    assert {path.suffix for path in text} <= {".html", ""}
    for path, content in text.items():
        own = next((who for who, token in TOKENS.items() if token in path.as_posix()), None)
        for customer, token in TOKENS.items():
            if customer != own:
                assert token not in content
                assert customer not in content
        for secret in (str(book), "/home/", "/root", "data/customers", ".yaml", "keuangan@majujaya", "62812000002"):
            assert secret not in content, f"{secret} in {path}"
