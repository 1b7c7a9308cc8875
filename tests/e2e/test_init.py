"""`kit init` and `kit schema`: what a newcomer gets is a book that the kit has nothing to say about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from kit.cli.app import kit
from kit.cli.catalogue import starting_en, starting_id
from kit.cli.skeletons import written
from kit.cli.starting import QUESTIONS
from kit.output import disk, starting
from kit.output.failure import OperationalFailure
from kit.reading.book import read_book
from kit.reading.policy import DEFAULT, POLICY
from kit.reading.schema import TABLES, schema
from tests.books import digests, run
from tests.yaml12 import seen

FLAGS = {
    "name": 'PT Sari: "Rasa" #1', "form": "PT", "street": "Jalan Kenanga 1", "city": "Surabaya",
    "province": "Jawa Timur", "postcode": "60281", "email": "a@sari.example", "whatsapp": "0812-0000-0100",
    "bank": "Bank Contoh", "account": "0012340099", "holder": "No", "signatory": "Dewi, S.E.", "position": "Staf",
    "manager": "Rina {x}", "manager-position": "- Manajer",
}  # fmt: skip


def init(folder: Path, *more: str, **changes: str) -> Result:
    words = [word for key, value in (FLAGS | changes).items() if value for word in (f"--{key}", value)]
    return run("init", folder, "--no-input", *words, *more)


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("more", [(), ("--example", "--with-schema", "--with-wording")])
def test_what_it_writes_passes_the_check_without_a_word(lang: str, more: tuple[str, ...], tmp_path: Path) -> None:
    result = init(tmp_path / "new/book", "--lang", lang, *more)
    assert result.exit_code == 0, result.output
    book, problems = read_book(tmp_path / "new/book")
    assert book is not None
    assert problems == ()
    assert (book.creditor.name, book.creditor.accounts[0].holder) == (FLAGS["name"], "No")
    assert book.creditor.lang == lang
    assert not [path for path in (tmp_path / "new/book").iterdir() if path.name.startswith(".santun")]
    assert run("status", "--book", tmp_path / "new/book").exit_code == 0
    assert run("check", "--book", tmp_path / "new/book").stderr == ""


def test_the_policy_shows_every_default_of_the_kit(tmp_path: Path) -> None:
    init(tmp_path / "b")
    book, _ = read_book(tmp_path / "b")
    assert book is not None
    assert book.policy == DEFAULT
    written = set(seen(tmp_path / "b/data/policy.yaml"))
    offered = set(re.findall(r"^# (\w+): \S", (tmp_path / "b/data/policy.yaml").read_text(), re.MULTILINE))
    keys = {field.key for field in POLICY.fields}
    without_default = {key for key in keys if getattr(DEFAULT, key, ...) is None}
    assert (written, offered & keys) == (keys - without_default, without_default)
    assert without_default == {"incentives", "instalments"}


def test_with_schema_the_files_point_at_it_and_are_valid(tmp_path: Path) -> None:
    init(tmp_path / "b", "--with-schema", "--example")
    for name, path in {"creditor": "data/creditor.yaml", "policy": "data/policy.yaml",
                       "customer": "data/customers/contoh-sentosa.yaml"}.items():  # fmt: skip
        file = tmp_path / "b" / path
        head = file.read_text().splitlines()[0]
        target = head.removeprefix("# yaml-language-server: $schema=")
        assert seen((file.parent / target).resolve()) == schema(name)
        assert Draft202012Validator(schema(name)).is_valid(seen(file)), path


def test_wording_is_copied_without_the_fonts(tmp_path: Path) -> None:
    init(tmp_path / "b", "--with-wording")
    assert (tmp_path / "b/letters/firm/letter.md").is_file()
    assert (tmp_path / "b/site/page.html").is_file()
    assert not (tmp_path / "b/letters/fonts").exists()
    assert not init(tmp_path / "c").exception
    assert not (tmp_path / "c/letters").exists()


@pytest.mark.parametrize("inside", ["data/creditor.yaml", "notes.txt", ".gitignore"])
def test_an_occupied_folder_is_refused_and_untouched(inside: str, tmp_path: Path) -> None:
    (tmp_path / "b" / inside).parent.mkdir(parents=True)
    (tmp_path / "b" / inside).write_text("mine")
    before = digests(tmp_path)
    result = init(tmp_path / "b")
    assert result.exit_code == 1
    assert "folder-" in result.stderr
    assert digests(tmp_path) == before


def test_an_empty_folder_with_git_is_fine(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert init(tmp_path).exit_code == 0
    assert "/links.yaml\n" in (tmp_path / ".gitignore").read_text()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"postcode": "12"}, "--postcode"), ({"province": "Jawa Timor"}, "did you mean Jawa Timur"),
        ({"email": "a"}, "no e-mail address"), ({"name": "a\nb"}, "several lines"), ({"name": "a\x07b"}, ""),
        ({"street": ""}, "--street"), ({"account": "abc"}, "0123456789"),
    ],
)  # fmt: skip
def test_a_wrong_flag_is_refused_and_nothing_written(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    result = init(tmp_path / "b", "--lang", "en", **changes)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert not (tmp_path / "b").exists()


def test_questions_are_asked_again_until_the_answer_fits(tmp_path: Path) -> None:
    answers = (
        "PT Uji\n\nJalan 1\nSurabaya\nJawa Timor\nJawa Timur\n60281\n\n0812\n0812-0000-0100\nBank\n12345\n\nDewi\n\n\n"
    )
    result = CliRunner().invoke(kit, ["init", str(tmp_path / "b"), "--lang", "id"], input=answers)
    assert result.exit_code == 0, result.output
    assert "maksud Anda Jawa Timur?" in result.output
    book, problems = read_book(tmp_path / "b")
    assert book is not None
    assert not problems
    assert book.creditor.signatories["manager"] == book.creditor.signatories["reminder"]


def test_no_answer_at_all_writes_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(kit, ["init", str(tmp_path / "b")], input="PT Uji\n")
    assert result.exit_code != 0
    assert not (tmp_path / "b").exists()


def test_a_failure_on_the_way_takes_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "make_last", full)
    for folder in (tmp_path / "new", tmp_path / "old"):
        if folder.name == "old":
            folder.mkdir()
        with pytest.raises(OperationalFailure):
            starting.begin(folder, {"data/a.yaml": b"a", "b": b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert not list((tmp_path / "old").iterdir())


def test_schemas_are_written_and_replaced(tmp_path: Path) -> None:
    for _ in range(2):
        result = run("schema", "--out", tmp_path / "schema")
        assert result.exit_code == 0
        assert "# yaml-language-server: $schema=../../schema/customer.json" in result.output
    assert {path.stem for path in (tmp_path / "schema").iterdir()} == set(TABLES)


def test_both_languages_ask_and_comment_the_same() -> None:
    assert set(starting_en.QUESTIONS) == set(starting_id.QUESTIONS) == {each.flag for each in QUESTIONS}
    assert set(starting_en.COMMENTS) == set(starting_id.COMMENTS)


@pytest.mark.parametrize("text", ["no", "Yes", "null", "a: b", "a #b", "a,b", "{a", "12", "- a", "ü", '"', "x y"])
def test_an_answer_is_read_back_as_it_was_given(text: str) -> None:
    assert seen(f"[{written(text)}]") == [text]
