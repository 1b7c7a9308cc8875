"""A letter as a sheet that is to be laid out: frame, wording and house CSS; a draft until it has a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.colours import with_accent
from kit.composing.columns import in_columns
from kit.composing.context import Paper, context_for, qris_code
from kit.composing.documents import Sheet
from kit.composing.english import in_english, spoken
from kit.composing.somasi import enclosed, legal
from kit.composing.templates import Context, Filled, Form, Value, Wording, safe
from kit.composing.ways import picture
from kit.domain.model import Book, Customer
from kit.domain.policy import Channel
from kit.domain.statement import Statement
from kit.domain.verdict import Send

_NOTHING: tuple[Problem, ...] = ()


def letter_sheet(
    book: Book,
    customer: Customer,
    statement: Statement,
    send: Send,
    wording: Wording,
    assets: Assets,
    number: str | None = None,
    wish: Context | None = None,
    frame_name: str = "letter",
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return the letter of `send`; with `number` the final one, without it a draft where its stage is numbered."""
    formal = send.stage.is_somasi or send.stage.internal
    name = "note" if send.stage.internal else "somasi" if formal else frame_name
    facts = legal(book, customer, statement, send) if formal else {}
    paper = Paper(number or "", enclosures=enclosed(facts.get("enclosures", ())), wish=wish or {})
    template = f"{send.stage.template}/letter.md"
    tongue = wording.prefix(template, customer.language) if name == "letter" else ""
    context = spoken(context_for(book, customer, statement, send, Channel.LETTER, paper), tongue)
    if formal:
        context["legal"] = {**facts, "bilingual": bool(wording.prefix(template, customer.language))}
    body, problems = wording.message(tongue + template, context, Form.LETTER)
    if body is None:
        return None, problems
    second, told = "", _NOTHING
    if send.stage.is_somasi:
        body, second, told = _both(context, template, body, wording, customer.language)
    frame = {
        **context,
        "subject": body.subject,
        "second_subject": second,
        "goal": body.goal,
        "body": safe(body.body),
        "logo": "kit:logo" if assets.images else "",
    }
    html, problems = wording.fill(f"{tongue}frames/{name}.html", frame, Form.LETTER)
    if problems:
        return None, problems
    more = "somasi" if formal else "byhand" if wish else ""
    code = qris_code(book, customer, statement, send)
    return Sheet(
        customer=customer.id,
        path=f"letters/{customer.id}/{send.stage.name}.pdf",
        title=body.subject,
        html=html,
        css=letter_css(book, wording) + (wording.text(f"letters/{more}.css") if more else ""),
        images=(*assets.images, *((("qris", picture(code)),) if code else ())),
    ), told


def _both(
    context: dict[str, Value], template: str, body: Filled, wording: Wording, language: str
) -> tuple[Filled, str, tuple[Problem, ...]]:
    """Return the body of a somasi in two columns and its other subject, where the shelf has it in `language`.

    The Indonesian text alone where there is none, or, told, where the other one states other figures.
    """
    tongue = wording.prefix(template, language)
    if not tongue:
        return body, "", ()
    right, problems = wording.message(tongue + template, {**in_english(context), "original": context}, Form.LETTER)
    if right is None:
        return body, "", problems
    both, different = in_columns(body.body, right.body, tongue + template)
    if not different:
        return replace(body, body=both), right.subject, ()
    legal_facts = context["legal"]
    alone = {**legal_facts, "bilingual": False} if isinstance(legal_facts, Mapping) else legal_facts
    single, problems = wording.message(template, {**context, "legal": alone}, Form.LETTER)
    return single or body, "", (*different, *problems)


def letter_css(book: Book, wording: Wording) -> str:
    """Return the house CSS of letters: the tokens under the creditor's accent, then letter.css."""
    tokens = with_accent(wording.text("site/tokens.css"), book.creditor.accent)
    return f"{tokens}\n{wording.text('letters/letter.css')}"
