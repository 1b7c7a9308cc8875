"""Wording filled in its sandbox; every fault with its file and line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from markupsafe import Markup

from kit.basics.problems import Source
from kit.composing.sandbox import FILTERS, LARGEST_RANGE, LARGEST_TEXT
from kit.composing.templates import GOALS, Context, Filled, Form, Wording, environment, safe
from tests.unit.composing.stories import ROOT, STAGES, WORDING

FRONT = '---\ngoal: meminta\nsubject: "Perihal {{ first.number }}"\n---\n'
CONTEXT: Context = {
    "customer": {"name": "Budi", "address": "Jalan Melati 5"},
    "first": {"number": "A-1"},
    "invoices": ({"number": "A-1", "items": "tiga"}, {"number": "A-2", "items": "dua"}),
    "many": True,
    "count": 2,
}


def wording(root: Path, **files: str) -> Wording:
    """Return wording with these files; `email` is the message, a double underscore stands for a slash."""
    for name, text in files.items():
        path = {"email": "letters/due/email.md"}.get(name, name.replace("__", "/") + ".html")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Wording((root,))


def fault(root: Path, body: str, form: Form = Form.MAIL, **files: str) -> tuple[str, Source | None, dict[str, object]]:
    """Return code, place and data of the one problem of a message with `body`."""
    filled, problems = wording(root, email=FRONT + body, **files).message("due/email.md", CONTEXT, form)
    assert filled is None
    (problem,) = problems
    return problem.code, problem.at, dict(problem.data)


def test_a_message_has_goal_subject_and_body(tmp_path: Path) -> None:
    there = wording(tmp_path, email=FRONT + "Halo **{{ customer.name }}**.\n")
    assert there.message("due/email.md", CONTEXT, Form.TEXT) == (Filled("meminta", "Perihal A-1", "Halo Budi."), ())
    html, problems = there.message("due/email.md", CONTEXT, Form.LETTER)
    assert html == Filled("meminta", "Perihal A-1", "<p>Halo <strong>Budi</strong>.</p>")
    assert problems == ()


@pytest.mark.parametrize("form", [Form.MAIL, Form.LETTER, Form.TEXT])
@pytest.mark.parametrize(
    ("body", "line", "field", "known"),
    [
        ("{{ customer.adress }}", 5, "customer.adress", "customer.address"),
        ("Halo.\n\n{{ custmer.name }}", 7, "custmer", "customer"),
        ("Satu\ndua\n\n- tiga {{ customer.nama }}", 8, "customer.nama", "customer.name"),
        ("{% for each in invoices %}\n{{ each.numbr }}\n{% endfor %}", 6, "numbr", "number"),
        ("{% if manny %}x{% endif %}", 5, "manny", "many"),
        ("{{ customer['nam'] }}", 5, "customer.nam", "customer.name"),
        ("a\n\n\n\n{{ customer.name.first }}", 9, "first", ""),
    ],
)
def test_an_unknown_field_is_told_with_its_line_and_its_neighbours(
    tmp_path: Path, form: Form, body: str, line: int, field: str, known: str
) -> None:
    code, at, data = fault(tmp_path, body, form)
    assert (code, at) == ("template-unknown-field", Source("letters/due/email.md", line))
    assert (data["field"], str(data["known"]).partition(",")[0]) == (field, known)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a\n\n{% if many %}\n\nx", 7),
        ("{% if many %}\n{% for each in invoices %}x{% endfor %}\n{%- for each in invoices %}", 7),
        ("a\n\n{{ many }", 7),
        ("a\nb\n{% fi %}", 7),
        ("{{ customer.name|shout }}", 5),
        ("a\n\n{{ 1 + }}", 7),
        ("{% for %}{% endfor %}", 5),
    ],
)
@pytest.mark.parametrize("form", [Form.MAIL, Form.TEXT])
def test_a_slip_of_syntax_is_told_with_its_line(tmp_path: Path, form: Form, body: str, line: int) -> None:
    code, at, _ = fault(tmp_path, body, form)
    assert (code, at) == ("template-syntax", Source("letters/due/email.md", line))


def test_a_fault_in_the_subject_has_the_line_of_the_subject(tmp_path: Path) -> None:
    there = wording(tmp_path, email="---\ngoal: meminta\nsubject: {{ first.nomor }}\n---\nHalo.\n")
    _, (problem,) = there.message("due/email.md", CONTEXT, Form.TEXT)
    assert (problem.code, problem.at) == ("template-unknown-field", Source("letters/due/email.md", 3))


def test_a_fault_in_a_part_has_the_place_of_the_part(tmp_path: Path) -> None:
    part = "<p>\n{{ customer.adress }}</p>"
    code, at, _ = fault(tmp_path, 'a\n\n{% include "parts/x.html" %}', letters__parts__x=part)
    assert (code, at) == ("template-unknown-field", Source("letters/parts/x.html", 2))


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("{{ customer.__class__ }}", 5),
        ("a\n\n{{ ''.__class__.__mro__ }}", 7),
        ("{{ customer.name.format(1) }}", 5),
        ("{{ invoices.append(1) }}", 5),
        ("{{ customer.update({}) }}", 5),
        ("{{ range(100000)|length }}", 5),
        ("{{ 'x' * 1000000000 }}", 5),
        ("{{ '%0999999999d' % 1 }}", 5),
        ("{{ 9 ** 99999999 }}", 5),
        ("{{ count / 0 }}", 5),
        ("{{ self.__init__ }}", 5),
        ("{% for a in invoices %}{{ loop.__init__ }}{% endfor %}", 5),
        ("{{ range.__globals__ }}", 5),
    ],
)
def test_ways_out_of_the_sandbox_are_closed(tmp_path: Path, body: str, line: int) -> None:
    code, at, _ = fault(tmp_path, body)
    assert code in {"template-forbidden", "template-unknown-field"}
    assert at == Source("letters/due/email.md", line)


@pytest.mark.parametrize("name", ["cycler", "joiner", "lipsum", "namespace", "dict", "config", "request", "open"])
def test_nothing_but_range_is_there_from_the_start(tmp_path: Path, name: str) -> None:
    assert fault(tmp_path, "{{ " + name + "() }}")[0] == "template-unknown-field"


@pytest.mark.parametrize("name", ["safe", "attr", "format", "indent", "center", "wordwrap", "map", "xmlattr", "tojson"])
def test_filters_that_grow_or_do_not_escape_are_not_there(tmp_path: Path, name: str) -> None:
    assert name not in FILTERS
    assert fault(tmp_path, "{{ customer.name|" + name + " }}")[0] == "template-syntax"


def test_a_template_cannot_grow_without_end(tmp_path: Path) -> None:
    loop = "{% for a in range(1000) %}{% for b in range(1000) %}{{ customer.name }}{% endfor %}{% endfor %}"
    code, at, data = fault(tmp_path, loop)
    assert (code, data["limit"]) == ("template-too-long", LARGEST_TEXT)
    assert at == Source("letters/due/email.md", 1)
    assert LARGEST_RANGE == 1000


@pytest.mark.parametrize(
    "name", ["../secret.html", "/etc/passwd", "parts/../../secret.html", "nothing.html", "../site/page.html"]
)
def test_an_include_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    code, at, _ = fault(tmp_path, 'a\n\n{% include "' + name + '" %}')
    assert (code, at) == ("template-missing", Source("letters/due/email.md", 7))


def test_a_template_that_includes_itself_is_told(tmp_path: Path) -> None:
    code, _, _ = fault(tmp_path, '{% include "parts/x.html" %}', letters__parts__x='{% include "parts/x.html" %}')
    assert code == "template-failed"


@pytest.mark.parametrize(
    "source",
    [
        "<script>x</script>",
        "<SCRIPT src=x>",
        "<link rel=attachment href='file:///etc/passwd'>",
        "<a rel='attachment' href=x>y</a>",
        "<iframe src=x></iframe>",
        "<img src=http://x.example/a.png>",
        "<img src='//x.example/a.png'>",
        "<a href='javascript:x'>y</a>",
        "<a href='file:///x'>y</a>",
        "<p onclick='x'>y</p>",
        "<style>@import 'x'</style>",
        "<p style='background:url(https://x.example)'>y</p>",
        "<form action=x></form>",
        "<base href=x>",
    ],
)
def test_parts_in_html_hold_nothing_that_reaches_out(tmp_path: Path, source: str) -> None:
    code, at, _ = fault(tmp_path, '{% include "parts/x.html" %}', letters__parts__x="<p>\n" + source)
    assert (code, at) == ("template-unsafe", Source("letters/parts/x.html", 2))


def test_raw_html_in_a_message_is_told_with_its_line(tmp_path: Path) -> None:
    code, at, data = fault(tmp_path, "Halo.\n\n<script>x</script>")
    assert (code, at, data["found"]) == ("template-unsafe", Source("letters/due/email.md", 7), "<script")


def test_escaping_cannot_be_turned_off(tmp_path: Path) -> None:
    code, at, _ = fault(tmp_path, "a\n\n{% autoescape false %}{{ customer.name }}{% endautoescape %}")
    assert (code, at) == ("template-unsafe", Source("letters/due/email.md", 7))


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("Halo.\n", "template-goal", 1),
        ("---\nsubject: x\n---\nHalo.\n", "template-goal", 1),
        ("---\nsubject: x\ngoal: menakuti\n---\nHalo.\n", "template-goal", 3),
        ("---\ngoal: meminta\n---\nHalo.\n", "template-subject", 1),
    ],
)
def test_a_message_says_what_it_wants(tmp_path: Path, source: str, code: str, line: int) -> None:
    _, (problem,) = wording(tmp_path, email=source).message("due/email.md", CONTEXT, Form.TEXT)
    assert (problem.code, problem.at) == (code, Source("letters/due/email.md", line))


def test_a_message_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    _, (problem,) = wording(tmp_path).message("due/email.md", CONTEXT, Form.TEXT)
    assert (problem.code, problem.at) == ("template-missing", Source("letters/due/email.md"))
    (tmp_path / "letters/due").mkdir(parents=True)
    (tmp_path / "letters/due/email.md").write_bytes(b"\xff\xfe")
    _, (problem,) = Wording((tmp_path,)).message("due/email.md", CONTEXT, Form.TEXT)
    assert (problem.code, problem.at) == ("template-encoding", Source("letters/due/email.md"))


def test_a_field_may_bear_the_name_of_a_method(tmp_path: Path) -> None:
    there = wording(tmp_path, email=FRONT + "{% for each in invoices %}{{ each.items }} {% endfor %}")
    filled, _ = there.message("due/email.md", CONTEXT, Form.TEXT)
    assert filled is not None
    assert filled.body == "tiga dua"


def test_wording_travels_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(WORDING))
    assert again.shelf.roots == WORDING.shelf.roots
    assert again.text("site/tokens.css")


def test_what_the_kit_made_itself_is_not_escaped_again() -> None:
    assert isinstance(safe("<p>"), Markup)


def form_of(path: str) -> tuple[Form, ...]:
    """Return the forms that a template of the kit is filled in."""
    if path.startswith("site/"):
        return (Form.PAGE,)
    if path.endswith(".txt"):
        return (Form.TEXT, Form.LETTER) if "letter-" in path else (Form.TEXT,)
    if path.endswith("letter.md") or "/letter" in path:
        return (Form.LETTER,)
    return (Form.MAIL, Form.TEXT) if path.endswith(".md") else (Form.MAIL,)


def templates() -> list[str]:
    """Return every template of the kit, fonts left out."""
    shelf = WORDING.shelf
    letters = [path for end in (".md", ".txt", ".html") for path in shelf.files("letters", end)]
    return [path for path in letters if "/fonts/" not in path] + [*shelf.files("site", ".html"), "site/_headers"]


@pytest.mark.parametrize("path", templates())
def test_every_template_has_an_environment_that_escapes_what_it_must(path: str) -> None:
    for form in form_of(path):
        there = environment(WORDING.shelf, form)
        assert there.autoescape is form.html
        assert form.html or not path.endswith(".html")
        assert there.undefined.__name__ == "Strict"
        there.get_template(path.partition("/")[2])


def test_every_stage_has_its_three_templates_and_says_what_it_wants() -> None:
    for stage in STAGES:
        assert (ROOT / "letters" / stage.template / "whatsapp.txt").is_file()
        for name in ("email.md", "letter.md"):
            front, problems = WORDING.front(f"{stage.template}/{name}")
            assert problems == ()
            assert front is not None
            assert front.goal in GOALS
