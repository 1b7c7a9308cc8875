"""`kit build` on the repository's own book: what comes out, the same bytes every time, refusals."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.books import TOKENS, digests, own_book, run, run_apart


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the own book, built once; tests must not change it."""
    folder = own_book(tmp_path_factory.mktemp("own"))
    result = run("build", "--book", folder, "--jobs", "1")
    assert result.exit_code == 0, result.output
    return folder


def test_every_kind_of_document_is_there(built: Path) -> None:
    files = set(digests(built / "build"))
    expected = {f"site/{token}/index.html" for token in TOKENS.values()}
    expected |= {"site/_headers", "site/404.html", "site/index.html", "manifest.json"}
    expected |= {"desk/contacts.csv", "desk/contacts.ics", "desk/index.html"}
    expected |= {f"desk/customers/{name}.html" for name in TOKENS}
    expected |= {"letters/sumber-rejeki/firm.pdf", "outbox/warung-endang/due/whatsapp.txt"}
    sets = ("bahari-jaya/thanks", "dapur-lestari/upcoming", "maju-jaya/reminder-1", "mamur-grosir/reminder-2",
            "sumber-rejeki/firm")  # fmt: skip
    expected |= {f"outbox/{each}/{name}" for each in sets for name in ("message.eml", "whatsapp.txt")}
    late = (*sets[2:], "warung-endang/due")
    expected |= {f"outbox/{each}/call-sheet.{kind}" for each in late for kind in ("html", "pdf")}
    assert files == expected


def test_the_manifest_names_every_file_with_its_hash(built: Path) -> None:
    manifest = json.loads((built / "build/manifest.json").read_text())
    found = digests(built / "build")
    del found["manifest.json"]
    assert {each["path"]: each["sha256"] for each in manifest["files"]} == found
    assert manifest["as_of"] == "2026-11-23"


def test_the_summary_says_what_to_send_and_where_it_is(tmp_path: Path) -> None:
    result = run("build", "--book", own_book(tmp_path))
    for words in (
        "5  e-mail drafts",
        "6  WhatsApp texts",
        "4  call sheets",
        "6  status pages",
        "sumber-rejeki",
        "Rp14.515.000",
        "outbox",
    ):
        assert words in result.stdout
    assert result.stderr == ""


def test_built_again_the_bytes_are_the_same(built: Path) -> None:
    assert run("build", "--book", built, "--out", built.parent / "again", "--jobs", "2").exit_code == 0
    assert digests(built.parent / "again") == digests(built / "build")


@pytest.mark.parametrize("environment", [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LC_ALL": "C"},
], ids=["east", "west"])  # fmt: skip
def test_zone_locale_and_hash_seed_change_nothing(built: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    result = run_apart("build", "--book", built, "--out", tmp_path / "out", **environment)
    assert result.returncode == 0, result.stderr
    assert digests(tmp_path / "out") == digests(built / "build")


def test_the_order_of_entries_and_line_ends_change_nothing(built: Path, tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    for path in (book / "data/customers").glob("*.yaml"):
        text = path.read_text()
        head, mark, tail = text.partition("invoices:\n")
        items = tail.split("  - number")[1:]
        if path.stem == "maju-jaya":  # invoices in another order, payments before them
            bills, _, money = items[1].partition("payments:\n")
            text = f"{head}payments:\n{money}{mark}  - number{bills}  - number{items[0]}"
        path.write_bytes(text.replace("\n", "\r\n").encode())
    assert run("build", "--book", book, "--out", tmp_path / "out").exit_code == 0
    one, other = digests(tmp_path / "out"), digests(built / "build")
    del one["manifest.json"], other["manifest.json"]  # it names the fingerprint of the book
    assert one == other


@pytest.mark.parametrize("customer", sorted(TOKENS))
def test_alone_or_in_a_crowd_the_bytes_are_the_same(built: Path, tmp_path: Path, customer: str) -> None:
    assert run("build", "--book", built, "--only", customer, "--out", tmp_path / "out").exit_code == 0
    alone = digests(tmp_path / "out")
    del alone["manifest.json"]
    crowd = digests(built / "build")
    assert alone.items() <= crowd.items()
    own = {path for path in crowd if f"/{customer}/" in path or TOKENS[customer] in path}
    assert own <= alone.keys()


def test_an_unrelated_customer_changes_nobody_elses_bytes(built: Path, tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    (book / "data/customers/warung-endang.yaml").unlink()
    (book / "links.yaml").write_text("\n".join(
        line for line in (book / "links.yaml").read_text().splitlines() if "warung" not in line))  # fmt: skip
    assert run("build", "--book", book, "--out", tmp_path / "out").exit_code == 0
    left = digests(tmp_path / "out")
    gone = digests(built / "build").keys() - left.keys()
    ours = {f"outbox/warung-endang/due/{name}" for name in ("whatsapp.txt", "call-sheet.html", "call-sheet.pdf")}
    assert gone == {f"site/{TOKENS['warung-endang']}/index.html", "desk/customers/warung-endang.html", *ours}
    del left["manifest.json"]
    # The desk sums up everybody.
    del left["desk/index.html"]
    assert "warung-endang" not in (tmp_path / "out/desk/index.html").read_text()
    # The agenda lists everybody: without the lines of the one who left it is the same to the byte.
    for name, entry in (("contacts.csv", r"[^\n]*\n"), ("contacts.ics", r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n")):
        before, after = ((place / "desk" / name).read_bytes().decode() for place in (built / "build", tmp_path / "out"))
        hers = [each for each in re.findall(entry, before, re.DOTALL) if "warung-endang" in each]
        assert hers
        for each in hers:
            before = before.replace(each, "")
        assert before == after
        del left[f"desk/{name}"]
    assert left.items() <= digests(built / "build").items()


def test_only_never_replaces_the_build(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    before = digests(book / "build")
    assert run("build", "--book", book, "--only", "maju-jaya").exit_code == 0
    assert digests(book / "build") == before
    assert (book / "build-only/outbox/maju-jaya/reminder-1/message.eml").is_file()


def test_a_removed_customer_is_gone_from_the_next_build(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert run("build", "--book", book).exit_code == 0
    (book / "data/customers/dapur-lestari.yaml").unlink()
    run("build", "--book", book)
    assert not any("dapur-lestari" in path or TOKENS["dapur-lestari"] in path for path in digests(book / "build"))


def test_first_build_makes_private_links_and_keeps_them(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (book / "links.yaml").unlink()
    assert run("build", "--book", book).exit_code == 0
    links = (book / "links.yaml").read_text()
    assert (book / "links.yaml").stat().st_mode & 0o777 == 0o600
    assert run("build", "--book", book).exit_code == 0
    assert (book / "links.yaml").read_text() == links
    pages = [path for path in digests(book / "build") if path.endswith("index.html") and path.count("/") == 2]
    assert len({path.split("/")[1] for path in pages}) == 6
    assert all(len(path.split("/")[1]) >= 22 for path in pages)


def test_plan_writes_nothing_and_says_what_is_new(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    before = digests(book)
    result = run("plan", "--book", book)
    assert result.exit_code == 0
    assert "38 new, 0 changed, 0 unchanged, 0 gone" in result.output
    assert digests(book) == before
    assert run("build", "--book", book).exit_code == 0
    assert "0 new, 0 changed, 38 unchanged, 0 gone" in run("plan", "--book", book).output
    with (book / "data/customers/warung-endang.yaml").open("a") as file:
        file.write("payments:\n  - {date: 2026-11-22, amount: 275.000}\n")
    states = json.loads(run("plan", "--book", book, "--json").output)
    changed = {path for path, state in states.items() if state != "same"}
    ours = {f"outbox/warung-endang/due/{name}" for name in ("whatsapp.txt", "call-sheet.html", "call-sheet.pdf")}
    desk = {"desk/index.html", "desk/customers/warung-endang.html"}
    assert changed == {f"site/{TOKENS['warung-endang']}/index.html", *desk, *ours}


def test_problems_stop_everything_before_anything_is_written(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    path = book / "data/customers/maju-jaya.yaml"
    path.write_text(path.read_text().replace("12.500.000", "12.500.00"))
    before = digests(book)
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert "data/customers/maju-jaya.yaml:17:13: error[" in result.stderr
    assert "Nothing was written." in result.stderr
    assert digests(book) == before


def test_a_fault_in_the_wording_names_its_line_and_writes_nothing(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    shutil.copytree(Path("letters/due"), book / "letters/due")
    wording = book / "letters/due/whatsapp.txt"
    wording.write_text(wording.read_text() + "\n{{ customer.adress }}\n")
    line = len(wording.read_text().splitlines())
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert f"letters/due/whatsapp.txt:{line}:" in result.stderr
    assert "customer.adress" in result.stderr
    assert not (book / "build").exists()


def test_an_earlier_day_than_the_register_is_refused(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    result = run("build", "--book", book, "--as-of", "2026-11-10")
    assert result.exit_code == 1
    assert "2026-11-13" in result.stderr
    assert run("status", "--book", book, "--as-of", "2026-11-10").exit_code == 0


def test_an_unknown_customer_is_named_with_the_nearest(tmp_path: Path) -> None:
    result = run("build", "--book", own_book(tmp_path), "--only", "maju-jya")
    assert result.exit_code == 1
    assert "maju-jaya" in result.stderr


@pytest.mark.parametrize("words", [("build", "--as-of", "2026-02-30"), ("bild",), ("build", "--jobs", "0")])
def test_wrong_usage_is_two(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run(*words, "--book", own_book(tmp_path)).exit_code == 2


def test_a_folder_that_is_no_book(tmp_path: Path) -> None:
    result = run("build", "--book", tmp_path)
    assert result.exit_code == 1
    assert "creditor.yaml" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_missing_glyph_names_the_text(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    path = book / "data/customers/sumber-rejeki.yaml"
    path.write_text(path.read_text().replace("UD Sumber Rejeki", "UD Sumber 最 Rejeki"), encoding="utf-8")
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert "U+6700" in result.stderr
    assert not (book / "build").exists()
