"""What the courtesy of wording asks for, in English: each rule with its reason."""

from __future__ import annotations

from collections.abc import Mapping

_EXCUSED = "write it another way, or allow it in the template with a reason"

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "wording-crime": (
        '"{found}" threatens with police or punishment; an unpaid invoice is a matter of civil law ({source})',
        "say what you may do by law, and only from the firm stage on",
    ),
    "wording-publicity": (
        '"{found}" threatens to tell the public; who extorts payment so commits a crime ({source})',
        "delete it; a debt stays between the two of you",
    ),
    "wording-force": (
        '"{found}" threatens with force or consequences that nobody has the right to ({source})',
        "name the lawful step, calmly, or delete it",
    ),
    "wording-shame": (
        '"{found}" shames; collecting must not humiliate ({source})',
        "state the fact without a judgement",
    ),
    "wording-third-party": (
        '"{found}" carries the debt to somebody else; speak with the customer alone ({source})',
        "delete it",
    ),
    "wording-daily": (
        '"{found}" promises to keep on until it disturbs ({source})',
        "name one date, and wait for it",
    ),
    "wording-pressure": (
        '"{found}" presses; {source} gives a date and the time until it',
        "name the day: {{{{ deadline }}}}",
    ),
    "wording-reproach": (
        '"{found}" judges the customer before a somasi may; {source} states what is recorded',
        'write: "belum kami catat"',
    ),
    "wording-law-early": (
        '"{found}" speaks of courts and lawyers where the tone is still gentler ({source})',
        "keep it for the somasi",
    ),
    "wording-somasi-early": ('"{found}" is announced from the firm stage on, not before ({source})', "delete it here"),
    "wording-appeal": ('"{found}" is an appeal against a judgment ({source})', 'write: "langkah hukum"'),
    "wording-familiar": ('"{found}" is too familiar ({source})', "write: {{{{ contact.you }}}}"),
    "wording-exclamation": ('"{found}" raises the voice ({source})', "write a full stop"),
    "wording-capitals": ('"{found}" in capitals shouts ({source})', "write it in small letters"),
    "wording-no-invoice": (
        "{template} does not say which invoice it is about",
        "name {{{{ first.number }}}} or {{{{ numbers }}}}",
    ),
    "wording-no-amount": ("{template} does not say how much", "name {{{{ total }}}}"),
    "wording-no-deadline": ("{template} names no date", "name {{{{ deadline }}}} or {{{{ first.due_day }}}}"),
    "wording-no-account": ("{template} does not say where to pay", "include a payment part, or name the accounts"),
    "wording-no-contact": (
        "{template} does not say whom to ask",
        "include parts/contact.md, or name {{{{ creditor.phone }}}}",
    ),
    "wording-no-disregard": (
        "{template} does not say that it is void if payment was made",
        'include parts/disregard.md, or write: "mohon abaikan pesan ini"',
    ),
    "wording-no-sender": ("the somasi {template} does not say who signs it", "name {{{{ signatory.name }}}}"),
    "wording-no-number": ("the somasi {template} bears no number", "name {{{{ letter.number }}}}"),
    "wording-no-facts": (
        "the somasi {template} does not tell what it is founded on",
        "include parts/somasi-facts.html",
    ),
    "wording-no-words": ("the somasi {template} does not write the sum in words", "name {{{{ total_words }}}}"),
    "wording-no-law": ("the somasi {template} names no law", "include parts/somasi-law.html"),
    "wording-no-demand": (
        "the somasi {template} demands nothing; without a demand a letter is no somasi",
        'say it: "menegur dan memperingatkan"',
    ),
    "wording-no-talk": ("the somasi {template} leaves no room to talk", "include parts/somasi-talk.html"),
    "wording-no-next": (
        "the somasi {template} does not say which lawful step may follow",
        "include parts/somasi-next-1.html",
    ),
    "wording-no-slip": ("the somasi {template} has no receipt slip", "keep the slip in frames/somasi.html"),
    "wording-excuse-unknown": (
        "a template is excused from {rule}, which is no rule",
        "see kit lint and docs/errors.md",
    ),
    "wording-excuse-reason": ("a template is excused from {rule} without a reason", _EXCUSED),
}
