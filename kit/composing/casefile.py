"""The case folder of one customer for counsel: sheets, numbered exhibits, drafts, notes apart, hash list, one zip.

Templates below letters/casefile/ get what a letter to the customer gets, `legal` (see somasi.py), and:

| name | meaning |
|---|---|
| `case.claim`, `.claim_words`, `.since`, `.days_late` | the demand and the age of its oldest part |
| `case.tried`, `.admitted` | lines for the first page |
| `case.missing`, `.shown`, `.more` | rows of `what` and `why`: the to-do list; how many page one names, leaves out |
| `case.chronology` | rows of `date`, `what` and `code` of the exhibit |
| `case.log` | rows of `date`, `way`, `what`, `by` |
| `case.lines`, `.money`, `.totals`, `.settled`, `.withheld` | the computation, row by row; charges are in `fees` |
| `case.exhibits` | rows of `code`, `title`, `date`, `form`, `proves`, `file` |
| `case.codes` | `contract`, `invoices`, `reminders`, `letters`, `sum`: codes of exhibits as a sentence names them |
| `case.stamps` | rows of `code`, `title`, `form`: what is stamped and legalised |
| `case.standing` | rows of `what` and `file` (empty: asked for) |
| `case.keeper` | whom to ask for originals |
| `plaintiff.*`, `defendant.*`, `route.*` | parties of a suit and the route card (see casefile_route.py) |
| `secret`, `concept` | whether the sheet is for consultant and counsel alone; whether it is a draft |
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.basics.dates import long_date, short_date
from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import Problem
from kit.basics.terbilang import terbilang_rupiah
from kit.composing.assets import Assets
from kit.composing.casefile_missing import Task, missing, standing
from kit.composing.casefile_route import defendant, plaintiff, route
from kit.composing.casefile_story import SETTLED, admitted, chronology, contact_log, notes, tried
from kit.composing.context import Paper, context_for
from kit.composing.documents import Bundle, Document, Kept, Listing, Sheet, TextFile, twin
from kit.composing.exhibits import MISSING, Exhibit, exhibits
from kit.composing.letters import letter_css, letter_sheet
from kit.composing.rows import listed
from kit.composing.somasi import legal
from kit.composing.templates import Form, Value, Wording, safe
from kit.domain.evidence import Evidence
from kit.domain.history import History
from kit.domain.matter import matter, next_somasi, told
from kit.domain.model import Book, Customer
from kit.domain.policy import Channel
from kit.domain.statement import Statement
from kit.domain.verdict import Send, Verdict

#: Path in the folder without its ending, template, whether it is secret, whether it is a draft.
SHEETS = (
    ("01-ringkasan", "cover", True, False),
    ("02-kronologi", "chronology", False, False),
    ("03-perhitungan", "computation", False, False),
    ("04-daftar-bukti", "exhibits", False, False),
    ("05-kekurangan", "missing", True, False),
    ("06-log-kontak", "log", False, False),
    ("07-jalur-dan-biaya", "route", True, False),
    ("08-meterai-dan-legalisasi", "stamps", True, False),
    ("konsep/surat-kuasa-khusus", "power", False, True),
    ("konsep/gugatan", "claim", False, True),
)
#: Tasks that the first page names.
SHOWN = 5
NOTES, HASHES = "intern/BUKAN-BUKTI-catatan.txt", "SHA256.txt"


def casefile(
    book: Book,
    customer: Customer,
    statement: Statement,
    verdict: Verdict,
    evidence: Evidence,
    wording: Wording,
    assets: Assets,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return every file of the customer's case folder and the zip of them; nothing where nothing may be demanded."""
    send = matter(book, statement, verdict)
    if send is None:
        return (), ()
    past = told(book, statement)
    found = exhibits(book, customer, send, past, evidence)
    tasks = missing(book, customer, send, past, evidence, found)
    home = f"lawyers/{customer.id}"
    context = _context(book, customer, statement, send, past, evidence, found, tasks)
    parts: list[Document] = []
    problems: list[Problem] = []
    for name, template, secret, concept in SHEETS:
        whole = {**context, "secret": secret, "concept": concept}
        sheet, faults = _sheet(book, customer, f"{home}/{name}.pdf", template, whole, wording)
        parts += [sheet] if sheet else []
        parts += [twin(sheet)] if sheet and concept else []
        problems += faults
    drafted, faults = drafts(book, customer, statement, verdict, wording, assets, home)
    parts += drafted
    problems += faults
    parts += _copies(customer.id, home, found, evidence)
    remarks = notes(customer, past, statement.as_of)
    if remarks:
        head = "CATATAN INTERN, BUKAN BUKTI. Jangan diajukan ke pengadilan dan jangan disampaikan kepada debitur."
        parts.append(TextFile(customer.id, f"{home}/{NOTES}", "\n".join([head, "", *remarks, ""])))
    if problems:
        return (), tuple(problems)
    parts.append(Listing(customer.id, f"{home}/{HASHES}", home, tuple(parts)))
    bundle = Bundle(customer.id, f"{home}.zip", home, tuple(parts), statement.as_of)
    return (*parts, bundle), ()


def drafts(
    book: Book,
    customer: Customer,
    statement: Statement,
    verdict: Verdict,
    wording: Wording,
    assets: Assets,
    home: str,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the next somasi as a draft, below konsep/; an editable twin goes beside it, same stem."""
    send = next_somasi(book, customer, statement, verdict)
    if send is None:
        return (), ()
    made, problems = letter_sheet(book, customer, statement, send, wording, assets)
    if made is None:
        return (), problems
    path = f"{home}/konsep/draf-{send.stage.name[:32]}.pdf"
    paper = Sheet(customer.id, path, made.title, made.html, made.css, made.images)
    return (paper, twin(paper)), ()


def _sheet(
    book: Book, customer: Customer, path: str, template: str, whole: dict[str, Value], wording: Wording
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    body, problems = wording.message(f"casefile/{template}.md", whole, Form.LETTER)
    if body is None:
        return None, problems
    frame = {**whole, "subject": body.subject, "body": safe(body.body)}
    html, problems = wording.fill("frames/casefile.html", frame, Form.LETTER)
    if problems:
        return None, problems
    css = letter_css(book, wording) + wording.text("letters/somasi.css") + wording.text("letters/casefile/casefile.css")
    return Sheet(customer.id, path, body.subject, html, css), ()


def _copies(customer: str, home: str, found: tuple[Exhibit, ...], evidence: Evidence) -> Iterator[Kept]:
    for each in found:
        if each.proof is not None:
            yield Kept(customer, f"{home}/{each.path}", each.proof.source, each.proof.sha256)
    for _, proof, path in standing(evidence):
        if proof is not None:
            yield Kept(customer, f"{home}/{path}", proof.source, proof.sha256)


def _context(
    book: Book,
    customer: Customer,
    statement: Statement,
    send: Send,
    past: History,
    evidence: Evidence,
    found: tuple[Exhibit, ...],
    tasks: tuple[Task, ...],
) -> dict[str, Value]:
    claim = sum(line.claim for line in send.items)
    context = context_for(book, customer, statement, send, Channel.LETTER, Paper())
    keeper = book.creditor.signatories.get("manager") or book.creditor.signatories.get("reminder")
    context["legal"] = legal(book, customer, statement, send)
    context["plaintiff"], context["defendant"] = plaintiff(book), defendant(customer)
    context["route"] = route(book, customer, send, found)
    context["case"] = {
        "claim": format_rupiah(claim),
        "claim_words": terbilang_rupiah(claim),
        "since": long_date(min(line.invoice.due for line in send.items)),
        "days_late": format_number(max(line.days_past_due for line in send.items)),
        "tried": tried(send, past),
        "admitted": admitted(customer, send),
        "missing": tuple({"what": each.what, "why": each.why} for each in tasks),
        "shown": SHOWN,
        "more": str(len(tasks) - SHOWN) if len(tasks) > SHOWN else "",
        "chronology": chronology(customer, send, past, found),
        "log": contact_log(send, past),
        **_computation(send),
        "exhibits": tuple(_row(each) for each in found),
        "stamps": tuple(_row(each) for each in found if not each.missing),
        "codes": _codes(found),
        "standing": tuple({"what": what, "file": path} for what, _, path in standing(evidence)),
        "keeper": f"{keeper.name}, {keeper.position}" if keeper else book.creditor.name,
    }
    return context


def _computation(send: Send) -> dict[str, Value]:
    """Return the claim invoice by invoice, and what settled a part of it."""
    lines, money = [], []
    for line in send.items:
        not_asked = line.outstanding - line.claim
        lines.append({
            "number": line.invoice.number, "due": short_date(line.invoice.due),
            "days": format_number(line.days_past_due),
            "amount": format_number(line.invoice.amount), "charged": _or_dash(line.charged),
            "settled": _or_dash(line.reduced), "not_asked": format_number(not_asked) if not_asked else "",
            "claim": format_number(line.claim),
        })  # fmt: skip
        for each in line.applied:
            money.append((each.date, line.invoice.number, SETTLED[each.kind], each.amount))
    items = send.items
    total = {
        "amount": sum(line.invoice.amount for line in items),
        "charged": sum(line.charged for line in items),
        "settled": sum(line.reduced for line in items),
        "claim": sum(line.claim for line in items),
    }
    return {
        "lines": tuple(lines),
        "money": tuple(
            {"date": short_date(day), "number": number, "what": what, "amount": format_number(amount)}
            for day, number, what, amount in sorted(money)
        ),
        "withheld": any(line.outstanding != line.claim for line in items),
        "totals": {name: _or_dash(amount) for name, amount in total.items()},
        "settled": format_rupiah(total["settled"]),
    }


def _row(exhibit: Exhibit) -> dict[str, Value]:
    return {
        "code": exhibit.code,
        "title": exhibit.title,
        "date": exhibit.date,
        "form": MISSING if exhibit.missing else exhibit.form,
        "proves": exhibit.proves,
        "file": exhibit.path,
    }


def _codes(found: tuple[Exhibit, ...]) -> dict[str, Value]:
    """Return the codes of the exhibits that a statement of claim cites, as a sentence names them."""

    def named(*starts: str) -> str:
        codes = [each.code for each in found if each.title.startswith(starts)]
        return f"{codes[0]} s.d. {codes[-1]}" if len(codes) > 3 else listed(tuple(codes))

    return {
        "contract": named("Kontrak"),
        "invoices": named("Invoice nomor"),
        "letters": named("Permintaan pelunasan", "Somasi"),
        "reminders": named("Cetakan pesan"),
        "sum": named("Perhitungan"),
    }


def _or_dash(amount: int) -> str:
    return format_number(amount) if amount else "–"
