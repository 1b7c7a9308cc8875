"""A whole book from its folder: every file read once, every problem told at once, no value half made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from kit.basics.problems import Problem, Source, error, has_errors, ordered
from kit.domain.calendar import Calendar
from kit.domain.codes import Codes
from kit.domain.invoices import wholes
from kit.domain.model import Book, Creditor, Customer, Link
from kit.domain.policy import Policy
from kit.domain.register import Register
from kit.reading import creditor as creditors
from kit.reading import policy as policies
from kit.reading.calendar import CALENDAR, SHIPPED, calendar, check_calendar, check_open
from kit.reading.checks import (
    Facts,
    check_agreements,
    check_book,
    check_customer,
    check_register,
    clashing_ids,
    identifier,
)
from kit.reading.codes import codes
from kit.reading.customers import CUSTOMER, customer
from kit.reading.fields import Findings, Got, Record, top
from kit.reading.files import CALENDAR as CALENDAR_FILE
from kit.reading.files import CODES, CREDITOR, CUSTOMERS, FORGOTTEN, LINKS, POLICY, REGISTERS, TRAIL, Files, gather
from kit.reading.forgotten import forgotten
from kit.reading.links import links
from kit.reading.nodes import parse
from kit.reading.register import read_register
from kit.reading.trail import trail

_Value = TypeVar("_Value")

#: Problems told of one file.
_TOLD = 50


def read(folder: Path) -> tuple[Files, Book | None, tuple[Problem, ...]]:
    """Read the files of `folder` once and make its book of them (steps 1 and 2).

    The book is None exactly when one of the problems is an error.
    """
    files, problems = gather(folder)
    book, more = book_of(files)
    every = ordered((*problems, *more))
    return files, None if has_errors(every) else book, every


def read_book(folder: Path) -> tuple[Book | None, tuple[Problem, ...]]:
    """Read the book in `folder`; it is None exactly when one of the problems is an error."""
    _, book, problems = read(folder)
    return book, problems


def fingerprint(folder: Path) -> str:
    """Return a digest of everything that `read_book` would read: equal digests, equal books."""
    return gather(folder)[0].fingerprint


def book_of(files: Files) -> tuple[Book | None, tuple[Problem, ...]]:
    """Make the book that `files` tell, or tell every reason why they make none."""
    problems: list[Problem] = []
    creditor, roles, readable = _creditor(files, problems)
    if not readable:
        return None, ordered(problems)
    policy = _policy(files, roles, problems)
    holidays = _calendar(files, problems)
    if policy is not None and holidays is not None and CALENDAR_FILE in files.contents:
        problems += check_open(holidays, policy.window, Source(CALENDAR_FILE, width=0))
    customers, facts = _customers(files, problems)
    problems += check_book(facts.values(), policy.ladders if policy else None)
    registers = _registers(files, customers, facts, problems)
    for ident, one in customers.items():
        if one is not None and ident in registers:
            registers[ident] = replace(registers[ident], parts=wholes(one.invoices))
    private = _links(files, problems)
    given = _codes(files, problems)
    traces, found = trail(files.contents.get(TRAIL, b""), TRAIL)
    problems += found
    gone, found = forgotten(files.contents.get(FORGOTTEN, b""), FORGOTTEN)
    problems += found
    if creditor is None or policy is None or holidays is None or has_errors(problems):
        return None, ordered(problems)
    whole = tuple(each for each in customers.values() if each is not None)
    for each in whole:
        problems += check_agreements(each, registers.get(each.id) or Register(each.id))
    book = Book(
        creditor, policy, holidays, whole, MappingProxyType(registers), MappingProxyType(private), given, traces, gone
    )
    return book, ordered(problems)


def read_customer(raw: bytes, path: str) -> tuple[Customer | None, Facts | None, tuple[Problem, ...]]:
    """Return the customer in the file at `path`, what the rest of the book needs of it, and its problems."""
    ident, misnamed = identifier(path)
    got, to = _got(raw, path, CUSTOMER)
    if misnamed:
        to.problems.append(misnamed)
    facts = check_customer(got, ident, to) if got else None
    value = _unless_wrong(to, got, lambda read: customer(read, ident))
    return value, facts, _bounded(to)


def _creditor(files: Files, problems: list[Problem]) -> tuple[Creditor | None, tuple[str, ...] | None, bool]:
    """Return the creditor, the roles that have a signatory, and whether the kit knows the book's format."""
    raw = files.contents.get(CREDITOR)
    if raw is None:
        return None, None, True
    tree, found = parse(raw, CREDITOR)
    to = Findings(CREDITOR)
    if tree is not None and not creditors.is_readable(tree, to):
        problems += to.problems
        return None, None, False
    to.problems += found
    got = top(tree, creditors.CREDITOR, to)
    for account in (got.get("accounts") if got else None) or ():
        if "read_until" not in account.places:
            to.warning("read-until-missing", account.at)
    signatories = got.get("signatories") if got else None
    value = _unless_wrong(to, got, creditors.creditor)
    problems += _bounded(to)
    return value, tuple(signatories.places) if signatories else None, True


def _policy(files: Files, roles: tuple[str, ...] | None, problems: list[Problem]) -> Policy | None:
    if POLICY not in files.contents:
        return policies.DEFAULT
    got, to = _got(files.contents[POLICY], POLICY, policies.POLICY)
    if got:
        policies.check_policy(got, to)
        if roles is not None:
            policies.check_signatories(got, roles, to)
    problems += _bounded(to)
    return _unless_wrong(to, got, policies.policy)


def _calendar(files: Files, problems: list[Problem]) -> Calendar | None:
    if CALENDAR_FILE not in files.contents:
        return SHIPPED
    got, to = _got(files.contents[CALENDAR_FILE], CALENDAR_FILE, CALENDAR)
    if got:
        check_calendar(got, to)
    problems += _bounded(to)
    return _unless_wrong(to, got, calendar)


def _customers(files: Files, problems: list[Problem]) -> tuple[dict[str, Customer | None], dict[str, Facts]]:
    """Return the customers by id, None for those that cannot be read, with what is known of each."""
    customers: dict[str, Customer | None] = {}
    facts: dict[str, Facts] = {}
    paths = [path for path, _ in files.below(CUSTOMERS)]
    problems += clashing_ids(paths)
    for path, raw in files.below(CUSTOMERS):
        value, known, found = read_customer(raw, path)
        problems += found
        ident = PurePosixPath(path).stem
        customers[ident] = value
        if known:
            facts[ident] = known
    return dict(sorted(customers.items())), dict(sorted(facts.items()))


def _registers(
    files: Files, customers: Iterable[str], facts: dict[str, Facts], problems: list[Problem]
) -> dict[str, Register]:
    known = set(customers)
    registers: dict[str, Register] = {}
    for path, raw in files.below(REGISTERS):
        ident = PurePosixPath(path).stem
        registers[ident], found = read_register(raw, path, ident)
        problems += found
        if ident not in known:
            problems.append(error("register-stranger", Source(path, width=0), customer=ident))
        problems += check_register(registers[ident], facts.get(ident))
    return registers


def _links(files: Files, problems: list[Problem]) -> dict[str, Link]:
    if LINKS not in files.contents:
        return {}
    tree, found = parse(files.contents[LINKS], LINKS)
    to = Findings(LINKS)
    to.problems += found
    private = links(tree, to) if tree is not None else {}
    problems += _bounded(to)
    return dict(private)


def _codes(files: Files, problems: list[Problem]) -> Codes:
    if CODES not in files.contents:
        return Codes()
    tree, found = parse(files.contents[CODES], CODES)
    to = Findings(CODES)
    to.problems += found
    given = codes(tree, to) if tree is not None else Codes()
    problems += _bounded(to)
    return given


def _got(raw: bytes, path: str, record: Record) -> tuple[Got | None, Findings]:
    """Return what the file's one record holds, with the problems of getting there."""
    tree, found = parse(raw, path)
    to = Findings(path)
    to.problems += found
    return top(tree, record, to), to


def _unless_wrong(to: Findings, got: Got | None, build: Callable[[Got], _Value]) -> _Value | None:
    return None if got is None or has_errors(to.problems) else build(got)


def _bounded(to: Findings) -> tuple[Problem, ...]:
    """Return the problems of one file, in their order, with a last one that counts what is too much to tell."""
    problems = ordered(to.problems)
    if len(problems) <= _TOLD:
        return problems
    count = len(problems) - _TOLD + to.more
    return (*problems[:_TOLD], error("problems-more", Source(to.path, 10**9, width=0), count=count))
