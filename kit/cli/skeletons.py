"""The first files of a book as text: the answers of its owner, the kit's defaults, a comment beside each line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from kit.basics.money import format_number
from kit.domain.policy import STANDARD, Anchor, Policy, Stage
from kit.output.wording import quoted

#: Text that YAML of any version reads as that text, without quotes.
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9.@/-]*(?: [A-Za-z0-9.@/-]+)*", re.ASCII)
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
#: Column at which comments begin, where the line leaves room.
_COLUMN = 52

Comments = Mapping[str, str]


def creditor(answers: Mapping[str, str], comments: Comments, lang: str, read_until: date) -> str:
    """Return the text of data/creditor.yaml; what has no answer stands there as a comment."""
    said = {key: written(text) for key, text in answers.items()}
    reach = [f"{key}: {said[key]}" for key in ("email", "whatsapp") if key in said]
    signature = f"name: {said['signatory']}, position: {said['position']}"
    lines: list[str | tuple[str, str]] = [
        f"# {comments['creditor']}",
        ("format: 1", "format"),
        f"name: {said['name']}",
        f"form: {said['form']}",
        "address:",
        f"  street: {said['street']}",
        f"  city: {said['city']}",
        (f"  province: {said['province']}", "province"),
        f"  postcode: {quoted(answers['postcode'])}",
        *reach,
        (f"lang: {lang}", "lang"),
        ("signatories:", "signatories"),
        (f"  reminder: {{{signature}}}", "reminder"),
        (f"  manager: {{name: {said['manager']}, position: {said['manager-position']}}}", "manager"),
        ("  # somasi: {name: ..., position: ...}", "somasi"),
        ("senders:", "senders"),
        f"  - {{{', '.join([signature, 'capacity: staff', *reach])}}}",
        "accounts:",
        f"  - bank: {said['bank']}",
        f"    number: {quoted(answers['account'])}",
        f"    holder: {said['holder']}",
        (f"    read_until: {read_until}", "read_until"),
        ("# phone: (031) 5550-0100", "phone"),
        ("# service_hours: Senin–Jumat pukul 08.00–16.00 WIB", "service_hours"),
        ("# logo: logo.png", "logo"),
        ('# accent: "#1f5f5b"', "accent"),
        ("# qris: {payload: 000201...}", "qris"),
        ("# base_url: https://tagihan.perusahaan.example/", "base_url"),
    ]  # fmt: skip
    return _text(lines, comments)


def policy(comments: Comments) -> str:
    """Return the text of data/policy.yaml: every default of the kit, written out."""
    own = Policy()
    days = ", ".join(_WEEKDAYS[day] for day in sorted(own.window.weekdays))
    hours = f'opens: "{own.window.opens:%H:%M}", closes: "{own.window.closes:%H:%M}"'
    quiet = "-".join(f"{each:%H:%M}" for each in own.window.friday or ())
    least, given = format_number(own.somasi.minimum), own.somasi.days
    asks = f"approval: {_yes(own.somasi.approval)}, statutory_interest: {_yes(own.somasi.statutory_interest)}"
    demand = f"minimum: {least}, transit: {own.somasi.transit}, days: {given}, {asks}"
    lines: list[str | tuple[str, str]] = [
        f"# {comments['policy']}",
        (f"tolerance: {format_number(own.tolerance)}", "tolerance"),
        (f"minimum_gap: {own.minimum_gap}", "minimum_gap"),
        (f"weekly_cap: {own.weekly_cap}", "weekly_cap"),
        (f"caps: {{call: {own.caps.call}}}", "caps"),
        (f"read_until_limit: {own.read_until_limit}", "read_until_limit"),
        (f"thanks_within: {own.thanks_within}", "thanks_within"),
        (f"link_days: {own.link_days}", "link_days"),
        (f"claim_days: {own.claim_days}", "claim_days"),
        (f"slip_request_every: {own.slip_request_every}", "slip_request_every"),
        (f"clearing_days: {own.clearing_days}", "clearing_days"),
        (f"answer_days: {own.answer_days}", "answer_days"),
        ("# incentives: Pesanan berikutnya kami dahulukan", "incentives"),
        ("# instalments: {most: 6, least: 500.000, within: 30}", "instalments"),
        (f"humour: {_yes(own.humour)}", "humour"),
        (f"missed: {'catch-up' if own.catch_up else 'latest'}", "missed"),
        (f"first_run: {'gentle' if own.gentle_first else 'as-is'}", "first_run"),
        (f"rest_after_payment: {own.rest_after_payment}", "rest_after_payment"),
        (f"rest_after_call: {own.rest_after_call}", "rest_after_call"),
        f"# {comments['contact_window']}",
        f"contact_window: {{days: [{days}], {hours}, friday_quiet: {quoted(quiet)}, lebaran: quiet}}",
        f"# {comments['somasi_rules']}",
        f"somasi: {{{demand}}}",
        (f"transfer_code: {own.transfer_code}", "transfer_code"),
        (f"numbering: {quoted(own.numbering)}", "numbering"),
        f"# {comments['ladders']}",
        "ladders:",
        f"  {STANDARD.name}:",
        *map(_stage, STANDARD.stages),
    ]
    return _text(lines, comments)


def customer(comments: Comments, today: date) -> str:
    """Return the text of an invented customer whose invoice fell due eight days ago."""
    issued, due, paid = (today - timedelta(days=days) for days in (38, 8, 5))
    lines: list[str | tuple[str, str]] = [
        f"# {comments['customer']}",
        "name: PT Contoh Sentosa",
        ("form: PT", "form"),
        ("liable: {name: Ratna Wijaya, position: Direktur}", "liable"),
        "contact:",
        "  name: Budi Santoso, S.E.",
        ("  call_as: Pak Budi", "call_as"),
        ("  formal: Bapak Budi Santoso, S.E.", "formal"),
        "  email: keuangan@contoh-sentosa.example",
        '  whatsapp: "0812-0000-0999"',
        "address:",
        "  street: Jalan Melati 5",
        "  city: Surabaya",
        "  province: Jawa Timur",
        '  postcode: "60271"',
        (f"  verified: {issued}", "verified"),
        "invoices:",
        "  - number: INV/CONTOH/001",
        f"    issued: {issued}",
        f"    due: {due}",
        ('    amount: "12.500.000"', "amount"),
        "    description: 220 karton kecap manis",
        ("payments:", "payments"),
        (f'  - {{date: {paid}, amount: "2.000.000", for: INV/CONTOH/001}}', "for"),
        ("# promises:", "promises"),
        f'#   - {{made: {paid}, amount: "5.000.000", by: {today}, via: telepon}}',
    ]
    return _text(lines, comments)


def ignored(comments: Comments) -> str:
    """Return the text of .gitignore: private links and what a build makes stay out of the book's history."""
    made = "build/\nbuild-*/\n/data/register/.lock\n"
    return f"# {comments['ignore']}\n/links.yaml\n/codes.yaml\n\n# {comments['output']}\n{made}"


def written(text: str) -> str:
    """Return `text` as a YAML value that every reader takes for that text."""
    return text if _BARE.fullmatch(text) and text.lower() not in _WORDS else quoted(text)


def _stage(stage: Stage) -> str:
    parts = [f"stage: {stage.name}", f"when: {_when(stage)}"]
    parts += [f"approach: {stage.approach}", f"channels: [{', '.join(stage.channels)}]"]
    parts += [f"signatory: {stage.signatory}"] if stage.signatory != "reminder" else []
    parts += [f"deadline: {stage.deadline}"] if stage.deadline else []
    parts += [] if stage.skippable else ["skippable: no"]
    parts += [f"repeat: {stage.repeat}"] if stage.repeat else []
    parts += ["internal: yes"] if stage.internal else []
    parts += [f"series: {stage.series}"] if stage.series else []
    return f"    - {{{', '.join(parts)}}}"


def _when(stage: Stage) -> str:
    if stage.anchor is Anchor.DUE:
        return f"H{stage.days:+d}" if stage.days else "H"
    return f"{stage.anchor}{stage.days:+d}"


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


def _text(lines: list[str | tuple[str, str]], comments: Comments) -> str:
    """Set each line with its comment, those that have one, under each other."""
    told = [line if isinstance(line, str) else f"{line[0]:<{_COLUMN}}  # {comments[line[1]]}" for line in lines]
    return "\n".join(told) + "\n"
