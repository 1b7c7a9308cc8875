"""docs/panduan.md: every command in the guide does what a reader sees, in the order in which it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli.app import kit
from tests.books import ROOT, story_book

GUIDE = (ROOT / "docs/panduan.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"<!-- di: ([\w -]+) -->\n```sh\n(.*?)```", GUIDE, re.DOTALL)
TABLE = re.findall(r"\| `(kit [^`]+)` \|", GUIDE)


def obey(command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "kit", command
    result = CliRunner().invoke(kit, words[1:], env={"LANG": "C.UTF-8"})
    assert result.exit_code == 0, f"{command}\n{result.output}"


def test_every_block_says_where_it_is_run() -> None:
    assert GUIDE.count("```sh") == len(BLOCKS) >= 7
    assert {place for place, _ in BLOCKS} == {"luar buku", "buku-saya", "contoh"}


def test_the_commands_of_the_guide_work_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = story_book(tmp_path / "contoh")
    for place, commands in BLOCKS:
        monkeypatch.chdir(tmp_path if place == "luar buku" else tmp_path / place)
        for command in commands.splitlines():
            obey(command)
    assert (tmp_path / "buku-saya/build/desk/index.html").is_file()
    assert (example / "build-casefile-prima-niaga").is_dir()
    assert list((example / "data/issued/sentosa-jaya").glob("*.pdf"))


@pytest.mark.parametrize("command", TABLE)
def test_what_customers_say_is_recorded_as_the_table_tells(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(story_book(tmp_path / "contoh"))
    obey(command)


def test_the_guide_covers_every_part_of_the_work() -> None:
    heads = re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
    assert heads == [
        "Buku pertama dalam lima belas menit", "Kegiatan harian", "Mengubah kata-kata", "Cicilan",
        "Menuju somasi dan advokat", "Menerbitkan halaman", "Kewajiban terhadap data pribadi",
        "Yang tidak diputuskan oleh Santun",
    ]  # fmt: skip
    assert len(TABLE) == 3
