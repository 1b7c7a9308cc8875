"""What the words of the past brought: money by stage, channel and approach, days to pay, promises kept. No clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median_low

from kit.basics.money import Rupiah
from kit.domain.approach import ladder_of
from kit.domain.cases import Case
from kit.domain.history import history
from kit.domain.model import Book
from kit.domain.policy import THANKS, Approach, Channel, Ladder
from kit.domain.promises import kept_rate
from kit.domain.register import Sent
from kit.domain.statement import Kind

#: Cases from which on a figure says something; fewer are shown with a warning.
ENOUGH = 10
#: What money that came before the first word is filed under.
UNASKED = ""
#: Words that belong to no approach: those of lanes, and of stages that the policy no longer has.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Result:
    """What one stage, channel or approach brought: the money that came after it and before the next word."""

    name: str
    #: Invoices that a message of it was about, each counted once for each message.
    asked: int
    #: Invoices of which something was paid after it.
    answered: int
    recovered: Rupiah
    #: Days from due date to settlement, in the middle of the invoices settled after it; None: none was.
    days_to_pay: int | None

    @property
    def few(self) -> bool:
        """Tell whether it rests on too few invoices to learn from."""
        return max(self.asked, self.answered) < ENOUGH


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A look back over the whole book up to a day."""

    stages: tuple[Result, ...]
    channels: tuple[Result, ...]
    approaches: tuple[Result, ...]
    recovered: Rupiah
    promises_kept: int
    promises_ended: int

    @property
    def few_promises(self) -> bool:
        """Tell whether too few promises have ended to learn from their rate."""
        return self.promises_ended < ENOUGH


@dataclass(frozen=True, slots=True)
class _Payment:
    """Money that came in for one invoice, and the last word about it before, if any."""

    amount: Rupiah
    invoice: tuple[str, str]
    word: Sent | None
    #: Days from due date to settlement where this was the last of it.
    days: int | None


def evaluation(found: Iterable[Case], book: Book) -> Evaluation:
    """Return what each stage, channel and approach brought, and how promises were kept.

    A payment is credited to the last message about its invoice that left on the same day or before it, thanks left
    out; money that came before any is filed under `UNASKED`. What came is no proof of why it came.
    """
    cases = tuple(found)
    words = [(case, each) for case in cases for each in _words(case, book)]
    paid = [each for case in cases for each in _payments(case, [word for whose, word in words if whose is case])]
    levels = _approaches(book.policy.ladders)

    def by(name: Callable[[Sent], str], order: Iterable[str]) -> tuple[Result, ...]:
        asked = Counter(name(word) for _, word in words for _ in word.items)
        return _results(asked, [(name(each.word) if each.word else UNASKED, each) for each in paid], order)

    rates = [kept_rate(case.customer, case.statement.as_of) for case in cases]
    return Evaluation(
        by(lambda word: word.stage, levels),
        by(lambda word: word.channel, Channel),
        by(lambda word: levels.get(word.stage, OTHER), Approach),
        sum(each.amount for each in paid),
        sum(kept for kept, _ in rates),
        sum(ended for _, ended in rates),
    )


def _approaches(ladders: Mapping[str, Ladder]) -> dict[str, str]:
    stages = [stage for ladder in ladders.values() for stage in ladder.stages]
    return {each.name: each.approach for each in stages if isinstance(each.approach, Approach)}


def _words(case: Case, book: Book) -> Iterator[Sent]:
    """Yield the messages that reached somebody, thanks left out."""
    ladder = ladder_of(case.customer, case.statement, book.policy)
    past = history(book.register(case.customer.id), ladder, case.statement.as_of)
    yield from (each for each in past.sent if each.stage != THANKS.name)


def _payments(case: Case, words: list[Sent]) -> Iterator[_Payment]:
    for line in case.statement.lines:
        number = line.invoice.number
        about = [each for each in words if number in each.items]
        came = [each for each in line.applied if each.kind is Kind.PAYMENT]
        for place, each in enumerate(came, 1):
            before = [word for word in about if word.date <= each.date]
            word = max(before, key=lambda word: word.date, default=None)
            settled = (line.settled_on - line.invoice.due).days if line.settled_on and place == len(came) else None
            yield _Payment(each.amount, (case.customer.id, number), word, settled)


def _results(asked: Counter[str], paid: list[tuple[str, _Payment]], order: Iterable[str]) -> tuple[Result, ...]:
    """Return a result for every name that occurs: those of `order` first, then others by name, the unasked last."""
    places = {name: place for place, name in enumerate(order)}
    names = {*asked, *(name for name, _ in paid)}
    line = sorted(names, key=lambda name: (name == UNASKED, places.get(name, len(places)), name))
    return tuple(_result(name, asked[name], [each for at, each in paid if at == name]) for name in line)


def _result(name: str, asked: int, paid: list[_Payment]) -> Result:
    days = [each.days for each in paid if each.days is not None]
    answered = len({each.invoice for each in paid})
    return Result(name, asked, answered, sum(each.amount for each in paid), median_low(days) if days else None)
