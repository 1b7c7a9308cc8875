"""Markdown with Jinja tags as HTML and as text."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader

from kit.composing.prose import BLOCK_BEGIN, BLOCK_END, Unsafe, html_template, laid_out, text_template
from kit.composing.sandbox import Sandbox

HTML = Sandbox(DictLoader({}), html=True)
TEXT = Sandbox(DictLoader({}), html=False)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Halo **{{ a }}**, *{{ b }}*.", "<p>Halo <strong>{{ a }}</strong>, <em>{{ b }}</em>.</p>"),
        ('{% include "parts/x.html" %}', '{% include "parts/x.html" %}'),
        ('{% include "parts/x.txt" %}', '<p>{% include "parts/x.txt" %}</p>'),
        ("{{ a }}", "<p>{{ a }}</p>"),
        ("{% if a %}\n\nSatu.\n\n{% endif %}", "{% if a %} <p>Satu.</p> {% endif %}"),
        ("[lihat]({{ page_link }})", '<p><a href="{{ page_link }}">lihat</a></p>'),
        ("- satu\n- {{ dua }}", "<ul> <li>satu</li> <li>{{ dua }}</li> </ul>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
    ],
)
def test_markdown_becomes_html_around_the_tags(source: str, html: str) -> None:
    assert " ".join(html_template(source, HTML).split()) == html


def test_a_value_never_passes_through_markdown() -> None:
    filled = HTML.from_string(html_template("Yth. {{ name }},", HTML)).render(name="*a* _b_ [x](y) <i> & # 1")
    assert filled == "<p>Yth. *a* _b_ [x](y) &lt;i&gt; &amp; # 1,</p>"


def test_lines_of_the_template_are_those_of_the_source() -> None:
    source = "# Judul\n\nSatu {{ a }}\ndua {{ b }}\n\n- x\n- {{ c\n }}\n\n{% if d -%}\ny\n{%- endif %}\n\n{{ e }}"
    for made, environment in ((html_template(source, HTML), HTML), (text_template(source, TEXT), TEXT)):
        lines = {text: line for line, kind, text in environment.lex(made) if kind == "name"}
        assert {name: lines[name] for name in "abcde"} == {"a": 3, "b": 4, "c": 7, "d": 10, "e": 14}
        assert lines["endif"] == 12


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Halo **{{ a }}**, *{{ b }}* dan __c__ serta _d_.", "Halo {{ a }}, {{ b }} dan c serta d."),
        ("Lihat [halaman]({{ page_link }}).", "Lihat halaman: {{ page_link }}."),
        ("# Judul", "Judul"),
        ("2*3 dan a_b_c", "2*3 dan a_b_c"),
        ('{% include "parts/x.html" %}', BLOCK_BEGIN + '{% include "parts/x.txt" %}' + BLOCK_END),
        ('{% include "parts/x.md" %}', '{% include "parts/x.md" %}'),
        (r"1\. bukan daftar", "1. bukan daftar"),
    ],
)
def test_markdown_becomes_plain_text(source: str, text: str) -> None:
    assert text_template(source, TEXT) == text


def test_text_is_wrapped_and_blocks_are_kept() -> None:
    block = f"{BLOCK_BEGIN}  tetap\n    begini\n{BLOCK_END}"
    text = laid_out(f"satu dua\ntiga\n\n\n\n{block}\n\n- empat\n- lima enam tujuh", width=12)
    assert text == "satu dua\ntiga\n\n  tetap\n    begini\n\n- empat\n- lima enam\n  tujuh"


def test_a_long_address_is_not_broken() -> None:
    address = "https://tagihan.sarirasa.example/" + "a-b" * 30 + "/"
    assert address in laid_out(f"Rincian: {address}")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n\n<script>alert(1)</script>", 3),
        ("<link rel=attachment href=file:///etc/passwd>", 1),
        ("a\n<style>@import 'x'</style>", 2),
        ("<iframe src=x>", 1),
        ("a\n\nb <img src=https://x.example/a.png>", 3),
        ("<b>tebal</b>", 1),
        ("<!-- x -->", 1),
        ("</p>", 1),
        ("a\n\n![x](https://x.example/a.png)", 3),
        ("![x][y]\n\n[y]: https://x.example/a.png", 1),
        ("a\n[x](javascript:alert(1))", 2),
        ("[x](JAVASCRIPT:alert(1))", 1),
        ("[x](file:///etc/passwd)", 1),
        ("[x](http://x.example/)", 1),
        ("[x](//x.example/)", 1),
        ("[x](data:text/html,x)", 1),
        ("a\n\n[x]({{ customer.name }})", 3),
        ("[x]({{ page_link }}{{ customer.name }})", 1),
        ("[x][y]\n\n[y]: javascript:alert(1)", 3),
        ("{% raw %}<script>{% endraw %}", 1),
        ("<javascript:alert(1)>", 1),
    ],
)
def test_what_has_no_place_in_a_letter_is_refused_with_its_line(source: str, line: int) -> None:
    with pytest.raises(Unsafe) as caught:
        html_template(source, HTML)
    assert caught.value.line == line


@pytest.mark.parametrize(
    "source", ["[x](https://x.example/)", "[x](mailto:a@x.example)", "<https://x.example/>", "a < b", "1 <3"]
)
def test_harmless_writing_is_allowed(source: str) -> None:
    html_template(source, HTML)
