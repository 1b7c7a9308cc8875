"""What a message must say, as data: each part, looked for in its template and in what came of it.

The six parts of a reminder follow the guides that the kit was made for: which invoice, how much,
until when, where to pay, whom to ask, and that it is void where payment crossed it. A somasi has
the parts of a formal demand besides.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kit.basics.dates import long_date
from kit.basics.money import format_number
from kit.basics.problems import Problem, Source
from kit.composing.documents import Document, Mail, Sheet, TextFile
from kit.composing.people import sender_for
from kit.domain.asked import asked_by
from kit.domain.cases import Case
from kit.domain.model import Book
from kit.domain.policy import Channel
from kit.domain.verdict import Send, occasion

#: The file of each channel in a folder of wording.
FILES: Mapping[str, Channel] = {
    "email.md": Channel.EMAIL,
    "whatsapp.txt": Channel.WHATSAPP,
    "letter.md": Channel.LETTER,
}
_ENDS = {".eml": "email.md", ".txt": "whatsapp.txt", ".pdf": "letter.md"}

REMINDING = frozenset({"mengingatkan", "meminta", "mencari solusi"})
DEMANDING = frozenset({"menegur"})
#: Letters that a human decides on and that ask for money as a reminder does.
DEMANDED_BY_HAND = frozenset({"breach-notice", "manager", "service-limits"})
THANKING = frozenset({"berterima kasih"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a message of some goals must say, and what shows in its template that it does."""

    code: str
    shown_by: str
    goals: frozenset[str]
    #: Templates (folder and file) that may do without: a question is no demand.
    spared: frozenset[str] = frozenset()


#: What says that a message is void where payment crossed it, in both languages.
VOID = r"(?:abaikan\s+(?:pesan|surat|e-mail)|disregard\s+(?:it|this\s+(?:message|letter|e-mail)))"

#: Chats that ask whether something arrived: they demand nothing yet, and an answer is all they want.
_QUESTION = frozenset({"received-question/whatsapp.txt", "claim-question/whatsapp.txt"})
#: A request for a tax slip asks for a paper and says that there is nothing to pay.
_NO_MONEY = frozenset({"slip-request/whatsapp.txt", "slip-request/email.md"})
_ALL = REMINDING | DEMANDING
PARTS: tuple[Part, ...] = (
    Part("wording-no-invoice", r"first\.number|each\.number|\bnumbers\b|plan\.signed", _ALL | THANKING),
    Part(
        "wording-no-amount",
        r"\btotal(?:_number)?\b|\bremaining\b|\bpaid_total\b|\bplan\.pay\b|\.amount\b",
        _ALL | THANKING,
    ),
    Part(
        "wording-no-deadline",
        r"\bdeadline(?:_plain)?\b|\bwish\.on_day\b|\bdue(?:_day|_short)?\b|\boldest_due(?:_day)?\b",
        _ALL, _QUESTION,
    ),
    Part("wording-no-account", r"\baccount\.number\b", _ALL, _QUESTION | _NO_MONEY),
    Part(
        "wording-no-contact",
        r"\bcreditor\.(?:phone|email)\b|\bsender\.whatsapp\b|\bbalas\b|\bkabarnya\b|\breply\b",
        _ALL, _QUESTION,
    ),
    Part("wording-no-disregard", rf"\b{VOID}\b", REMINDING, _QUESTION),
    # A somasi: who speaks, what happened, by which law, the demand itself, room to talk, what may follow, the receipt.
    Part("wording-no-sender", r"\bsignatory\.name\b", DEMANDING),
    Part("wording-no-number", r"\bletter\.number\b", DEMANDING),
    Part("wording-no-facts", r"\bHubungan\s+hukum\b|\bduduk\s+perkara\b", DEMANDING),
    Part("wording-no-words", r"\btotal_words\b", DEMANDING),
    Part("wording-no-law", r"\bPasal\s+1238\b", DEMANDING),
    Part("wording-no-demand", r"\bmenegur\b", DEMANDING),
    Part("wording-no-talk", r"\bmembicarakan\w*|\bmusyawarah\b", DEMANDING),
    Part("wording-no-next", r"\bgugatan\b|\blangkah\s+hukum\b", DEMANDING),
    Part("wording-no-slip", r"\b[Tt]anda\s+terima\b", DEMANDING),
)  # fmt: skip


def absent(name: str, goal: str, source: str) -> Iterator[Part]:
    """Yield the parts that the template `name` (folder/file) of `goal` lacks; `source` holds what it includes, too."""
    for part in PARTS:
        if goal in part.goals and name not in part.spared and not re.search(part.shown_by, source):
            yield part


def check_made(
    book: Book, cases: Iterable[Case], documents: Iterable[Document], allowed: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield what messages about `cases` do not say although they must, at the template they were made from.

    `allowed` names, by template, the rules from which its author excused it.
    """
    sends = {
        f"{case.customer.id}/{send.stage.name}": (case, send)
        for case in cases
        if (send := occasion(case.verdict)) is not None and not send.stage.internal and case.verdict is send
    }
    told: set[tuple[str, str]] = set()
    for document in documents:
        ending = "." + document.path.rpartition(".")[2]
        about = document.path.split("/", 1)[-1].removesuffix(ending)
        about = about if document.path.startswith("letters/") else about.rpartition("/")[0]
        if about not in sends or ending not in _ENDS or "call-sheet" in document.path:
            continue
        case, send = sends[about]
        template = f"{send.stage.template}/{_ENDS[ending]}"
        for text in _texts(document):
            for code in _lacking(book, case, send, FILES[_ENDS[ending]], text):
                spared = any(part.code == code and template in part.spared for part in PARTS)
                if spared or code in allowed.get(f"letters/{template}", ()) or (template, code) in told:
                    continue
                told.add((template, code))
                at = Source(f"letters/{template}", width=0)
                yield Problem(code, at, {"template": template, "customer": case.customer.id})


def _texts(document: Document) -> tuple[str, ...]:
    if isinstance(document, Mail):
        return document.text, _bare(document.html)
    if isinstance(document, TextFile):
        return (document.text.partition("\n" + "-" * 40)[0],)
    return (_bare(document.html),) if isinstance(document, Sheet) else ()


def _lacking(book: Book, case: Case, send: Send, channel: Channel, text: str) -> Iterator[str]:
    """Yield the codes of parts whose very words `text` does not hold."""
    text = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    numbers = [line.invoice.number for line in send.items]
    asked = {sum(line.claim for line in send.items), asked_by(case.customer, case.statement, send)}
    people = sender_for(book.creditor, channel)
    ways = (book.creditor.phone, book.creditor.email, people.name if people else None)
    # A chat may be too short for a list; an instalment is named by its agreement.
    free = send.stage.template == "instalment" or (channel is Channel.WHATSAPP and len(numbers) > 1)
    if not free and not any(number in text for number in numbers):
        yield "wording-no-invoice"
    if not any(format_number(amount) in text for amount in asked):
        yield "wording-no-amount"
    if send.deadline is not None and long_date(send.deadline) not in text:
        yield "wording-no-deadline"
    digits = re.sub(r"[ .-]", "", text)
    if not any(re.sub(r"[ .-]", "", account.number) in digits for account in book.creditor.accounts):
        yield "wording-no-account"
    if not any(way and way in text for way in ways):
        yield "wording-no-contact"
    if not send.stage.is_somasi and not re.search(rf"\b{VOID}\b", text):
        yield "wording-no-disregard"


def _bare(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style.*?</style>", " ", markup)))
