"""What the last build already has is used again, and nobody can tell: reuse equals a full build, byte for byte."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.output import tree, workers
from tests.books import ROOT, digests, own_book, run


def pay(book: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((book / "data/customers").glob("*.yaml")))
    line = f"  - {{date: 2026-11-{dice.randint(20, 23)}, amount: {dice.randint(1, 9)}00000}}\n"
    head, key, tail = path.read_text().partition("payments:\n")
    path.write_text(head + (key or "payments:\n") + line + tail)


def rename(book: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((book / "data/customers").glob("*.yaml")))
    path.write_text(
        re.sub(r"^name: .*$", f"name: Toko Nomor {dice.randint(1, 99)}", path.read_text(), flags=re.MULTILINE)
    )


def reword(book: Path, dice: random.Random) -> None:
    stage = dice.choice(["due", "firm", "reminder-1", "upcoming"])
    shutil.copytree(ROOT / "letters" / stage, book / "letters" / stage, dirs_exist_ok=True)
    path = book / "letters" / stage / "email.md"
    path.write_text(path.read_text() + f"\nCatatan {dice.randint(1, 99)}.\n")


def recolour(book: Path, dice: random.Random) -> None:
    path = book / "data/creditor.yaml"
    text = re.sub(r"^accent:.*\n", "", path.read_text(), flags=re.MULTILINE)
    path.write_text(text + f'accent: "#{dice.randint(0, 0xFFFFFF):06x}"\n')


def tomorrow(book: Path, dice: random.Random) -> None:
    path = book / "data/creditor.yaml"
    path.write_text(
        re.sub(r"^as_of: \S+", f"as_of: 2026-11-{dice.randint(23, 30)}", path.read_text(), flags=re.MULTILINE)
    )


def leave(book: Path, dice: random.Random) -> None:
    paths = sorted((book / "data/customers").glob("*.yaml"))
    if len(paths) > 4:
        gone = dice.choice(paths)
        gone.rename(book / f"{gone.name}.gone")
        register = book / f"data/register/{gone.name}"
        if register.exists():
            register.rename(book / f"{gone.name}.register")


def come_back(book: Path, dice: random.Random) -> None:
    for path in book.glob("*.yaml.gone"):
        path.rename(book / f"data/customers/{path.name.removesuffix('.gone')}")
    for path in book.glob("*.yaml.register"):
        path.rename(book / f"data/register/{path.name.removesuffix('.register')}")


def damage(book: Path, dice: random.Random) -> None:
    """Change a file of the last build behind the kit's back: it must be made again, not passed on."""
    victims = [path for path in sorted((book / "build").rglob("*")) if path.is_file() and path.suffix != ".json"]
    dice.choice(victims).write_bytes(b"not what was built")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    pay, rename, reword, recolour, tomorrow, leave, come_back, damage,
)  # fmt: skip


def test_thirty_random_edits(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    assert run("build", "--book", book).exit_code == 0
    dice = random.Random(20261123)
    for number in range(30):
        edit = dice.choice(EDITS)
        edit(book, dice)
        reused = run("build", "--book", book)
        fresh = run("build", "--book", book, "--out", tmp_path / f"fresh-{number}")
        assert (reused.exit_code, fresh.exit_code) == (0, 0), f"{number} {edit.__name__}: {reused.output}"
        assert digests(book / "build") == digests(tmp_path / f"fresh-{number}"), f"{number}: {edit.__name__}"


def test_an_unchanged_letter_is_not_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = own_book(tmp_path / "book")
    laid_out: list[str] = []

    def counting(sheets: list[object], *rest: object, **more: object) -> object:
        laid_out.extend(sheet.path for sheet in sheets)  # type: ignore[attr-defined]
        return workers.render_all(sheets, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(tree, "render_all", counting)
    assert run("build", "--book", book).exit_code == 0
    assert "letters/sumber-rejeki/firm.pdf" in laid_out
    laid_out.clear()
    assert run("build", "--book", book).exit_code == 0
    assert laid_out == []
