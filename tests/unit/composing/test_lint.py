"""Wording is read for courtesy: each rule finds its fault at its place, and the kit's own wording is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.basics.problems import Problem
from kit.cli.catalogue import courtesy_en
from kit.composing.courtesy import RULES
from kit.composing.lint import codes, lint_wording, templates, words_of
from kit.composing.parts import PARTS
from kit.composing.shelf import Shelf
from kit.domain.ladders import BUILT_IN
from kit.resources import shipped
from tests.books import own_book, run

FRONT = "---\ngoal: mengingatkan\nsubject: Pengingat\n---\n"

#: Rule -> sentences that break it, as a template of the first reminder.
PLANTED = {
    "wording-crime": ("Kami akan melapor ke polisi.", "Hal ini dapat dipidana.", "Ini penipuan.", "We will call the police."),
    "wording-publicity": ("Nama Bapak kami viralkan.", "Foto akan kami sebarkan.", "Bapak masuk daftar hitam."),
    "wording-force": (
        "Kami mengancam.", "Barang akan kami sita.", "Jangan salahkan kami.", "Tanggung sendiri akibatnya.",
        "Kami tidak segan bertindak.", "Debt collector kami datang.",
    ),
    "wording-shame": ("Apakah tidak malu?", "Bapak penipu.", "Bapak tidak beriktikad baik.", "Jangan mengemplang."),
    "wording-third-party": (
        "Kami akan memberi tahu keluarga Bapak.", "Kami menghubungi atasan dan\nrekan kerja Bapak.",
        "Hal ini kami sampaikan. Kami akan menghubungi para pelanggan Bapak.",
    ),
    "wording-daily": (
        "Kami akan menghubungi Bapak setiap hari.", "Setiap hari kami akan menagih.", "Kami akan terus menelepon.",
        "Kami mengingatkan sampai lunas.",
    ),
    "wording-pressure": ("Mohon segera dibayar.", "Bayar hari ini juga.", "Waktunya 3 x 24 jam.", "Ini peringatan terakhir."),
    "wording-reproach": ("Bapak telah lalai.", "Bapak wanprestasi.", "Kami kecewa.", "Bapak menunggak.", "Bapak ingkar janji."),
    "wording-law-early": ("Kami akan menggugat.", "Kami menempuh jalur hukum.", "Pengacara kami menulis."),
    "wording-somasi-early": ("Berikutnya somasi.",),
    "wording-appeal": ("Kami menempuh upaya hukum.",),
    "wording-familiar": ("Kapan kamu membayar?",),
    "wording-exclamation": ("Mohon dibayar!",),
    "wording-capitals": ("Mohon SEGERA.", "JANGAN LUPA bayar."),
}  # fmt: skip

#: Polite sentences that come near a rule and break none.
POLITE = (
    "Semoga Bapak dan keluarga sehat selalu.", "Kami melayani setiap hari kerja.", "Jangan malu bertanya.",
    "Salinannya segera kami kirimkan kembali.", "Pembayaran melalui QRIS dengan NPWP yang sama.",
    "Menurut Kitab Undang-Undang Hukum Perdata.", "Kami tidak mengancam siapa pun.", "Pembayaran lewat BCA atau BNI.",
    "Mohon abaikan pesan ini.", "Kami menghubungi Bapak tanpa berulang-ulang.",
)  # fmt: skip


def shelf(folder: Path, **files: str) -> Shelf:
    for name, text in files.items():
        path = folder / "letters" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Shelf((folder, shipped()))


def lint(folder: Path, name: str, text: str) -> tuple[Problem, ...]:
    return lint_wording(shelf(folder, **{name: text}), BUILT_IN.values(), [f"letters/{name}"])


def found(folder: Path, sentence: str, name: str = "parts/extra.md") -> set[str]:
    return {each.code for each in lint(folder, name, sentence)}


def test_the_wording_of_the_kit_is_clean() -> None:
    kit = Shelf((shipped(),))
    assert len(templates(kit)) > 70
    assert lint_wording(kit, BUILT_IN.values()) == ()


def test_every_rule_has_a_planted_fault() -> None:
    assert set(PLANTED) == {rule.code for rule in RULES}


@pytest.mark.parametrize(("code", "sentence"), [(code, each) for code, said in PLANTED.items() for each in said])
def test_a_planted_fault_is_found(tmp_path: Path, code: str, sentence: str) -> None:
    assert code in found(tmp_path, sentence)


@pytest.mark.parametrize("sentence", POLITE)
def test_polite_wording_is_left_alone(tmp_path: Path, sentence: str) -> None:
    assert found(tmp_path, sentence) == set()


def test_a_fault_has_line_column_width_and_source(tmp_path: Path) -> None:
    (problem,) = lint(
        tmp_path, "parts/extra.md", "Halo {{ contact.you }}.\n{% if x %}Kami lapor <b>polisi</b>.{% endif %}\n"
    )
    assert problem.at is not None
    assert (problem.at.line, problem.at.column, problem.at.width) == (2, 25, 6)
    assert problem.data == {"found": "polisi", "source": "UU 1/2024, Pasal 27B"}


def test_tags_and_markup_are_no_words_but_what_a_value_says_in_quotes_is() -> None:
    source = "<p class='malu'>{# polisi #}{% if penjara %}a{% endif %}{{ x|default('sita') }}</p>"
    assert words_of(source).split() == ["a", "sita"]
    assert len(words_of(source)) == len(source)


def test_the_tone_decides(tmp_path: Path) -> None:
    sentence = "Kami dapat mengajukan gugatan setelah somasi."
    assert found(tmp_path, FRONT + sentence, "reminder-1/letter.md") >= {"wording-law-early", "wording-somasi-early"}
    firm = found(tmp_path, FRONT + sentence, "firm/letter.md")
    assert "wording-law-early" in firm
    assert "wording-somasi-early" not in firm
    assert not found(tmp_path, sentence, "somasi-1/letter.md") & {"wording-law-early", "wording-somasi-early"}
    assert "wording-crime" in found(tmp_path, "Kami lapor polisi.", "somasi-1/letter.md")


def test_a_part_is_judged_by_the_gentlest_template_that_includes_it(tmp_path: Path) -> None:
    text = "Berikutnya somasi."
    assert found(tmp_path, text, "parts/consequence.md") == set()  # the firm stage alone includes it
    shelf(tmp_path, **{"due/letter.md": FRONT + '{% include "parts/consequence.md" %}'})
    assert found(tmp_path, text, "parts/consequence.md") == {"wording-somasi-early"}


def test_an_excuse_needs_a_known_rule_and_a_reason(tmp_path: Path) -> None:
    text = "{# santun: allow wording-exclamation because the firm's name is Sehat! #}\nPT Sehat! menulis."
    assert found(tmp_path, text) == set()
    assert found(tmp_path, text + " Kami lapor polisi.") == {"wording-crime"}
    assert found(tmp_path, "{# santun: allow wording-exclamation #}Halo!") == {
        "wording-excuse-reason",
        "wording-exclamation",
    }
    assert found(tmp_path, "{# santun: allow wording-loud because we like it #}Halo.") == {"wording-excuse-unknown"}


@pytest.mark.parametrize("part", [each for each in PARTS if "mengingatkan" in each.goals], ids=lambda each: each.code)
def test_a_reminder_without_a_part_is_found(tmp_path: Path, part: object) -> None:
    assert getattr(part, "code", "") in found(tmp_path, FRONT + "Semoga sehat selalu.", "reminder-1/email.md")


@pytest.mark.parametrize("part", [each for each in PARTS if "menegur" in each.goals], ids=lambda each: each.code)
def test_a_somasi_without_a_part_is_found(tmp_path: Path, part: object) -> None:
    # The frame says who signs, the number, and has the slip.
    empty = shelf(
        tmp_path, **{"frames/somasi.html": "{{ body }}", "somasi-1/letter.md": FRONT.replace("mengingatkan", "menegur")}
    )
    problems = lint_wording(empty, BUILT_IN.values(), ["letters/somasi-1/letter.md"])
    assert getattr(part, "code", "") in {each.code for each in problems}


def test_a_missing_part_can_be_excused_in_an_included_part(tmp_path: Path) -> None:
    text = FRONT + "{% include 'parts/extra.md' %}"
    shelf(tmp_path, **{"parts/extra.md": "{# santun: allow wording-no-account because we take cash #}"})
    assert "wording-no-account" not in found(tmp_path, text, "reminder-1/letter.md")
    assert codes() >= {"wording-no-account", "wording-crime"}


def test_a_template_that_is_no_text_is_the_builds_to_tell(tmp_path: Path) -> None:
    (tmp_path / "letters/parts").mkdir(parents=True)
    (tmp_path / "letters/parts/extra.md").write_bytes(b"\xff\xfe!")
    assert lint_wording(Shelf((tmp_path, shipped())), BUILT_IN.values(), ["letters/parts/extra.md"]) == ()


def test_kit_lint_and_kit_check_read_the_books_own_wording(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    count = len(templates(Shelf((book, shipped()))))
    assert run("lint", "--book", book, "--lang", "id").output == f"{count} templat: tidak ada yang perlu diperbaiki.\n"
    shelf(book, **{"parts/disregard.md": "Kami akan melapor ke polisi. Mohon abaikan pesan ini.\n"})
    for command in ("lint", "check"):
        result = run(command, "--book", book)
        assert result.exit_code == 1
        assert "letters/parts/disregard.md:1:22" in result.output
        line, caret = result.output.splitlines()[1:3]
        assert line.index("polisi") == caret.index("^^^^^^")
        assert caret.count("^") == len("polisi")
        assert "UU 1/2024, Pasal 27B" in result.output
    assert '"wording-crime"' in run("lint", "--book", book, "--json").output


def test_kit_lint_reads_the_messages_of_the_day(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    # Every field is named, but nobody ever reads it.
    names = "{% if false %}{{ first.number }} {{ total }} {{ deadline }} {{ creditor.phone }} abaikan pesan"
    chat = f"{names}{{% for account in accounts %}}{{{{ account.number }}}}{{% endfor %}}{{% endif %}}Halo.\n"
    for stage in ("upcoming", "due", "reminder-1", "reminder-2"):
        shelf(book, **{f"{stage}/whatsapp.txt": chat})
    result = run("lint", "--book", book)
    assert result.exit_code == 1
    for code in ("amount", "account", "contact", "disregard"):
        assert f"wording-no-{code}" in result.output


def test_every_sentence_about_courtesy_belongs_to_a_rule() -> None:
    # Each rule and each part is provoked above, and so are the two about excuses.
    assert set(courtesy_en.PROBLEMS) == codes() | {"wording-excuse-unknown", "wording-excuse-reason"}
