"""The seven steps from files to papers, in order, and nothing else.

1 read, 2 check, 3 state the accounts, 4 decide, 5 compose, 6 plan, 7 render and write. The same
words and numbers stand in docs/how-it-works.md and in `kit build --verbose`. Steps 1 to 6 only
look; step 7 writes, all or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kit import __version__, resources
from kit.basics.problems import Problem, error, has_errors, ordered, warning
from kit.composing.assets import Assets
from kit.composing.casefile import casefile
from kit.composing.compose import compose, compose_site
from kit.composing.desk import desk_files
from kit.composing.deskpage import desk_pages
from kit.composing.documents import Document
from kit.composing.papers import ENDINGS, Copy
from kit.composing.templates import Wording
from kit.composing.voice import Voice
from kit.domain.addresses import State, states, traces, until
from kit.domain.asked import codes_wanted
from kit.domain.cases import Case, cases, newer_entries
from kit.domain.codes import CodesFor, Given, with_new
from kit.domain.matter import at_counsel
from kit.domain.model import Book, Link
from kit.output.leaks import guard
from kit.output.manifest import Manifest
from kit.output.plan import Plan, plan
from kit.output.recording import new_key, new_token, recording_lock, write_codes, write_links, write_trail
from kit.output.tree import Means, Progress, write_tree
from kit.output.wording import codes as codes_text
from kit.output.wording import links as links_text
from kit.output.wording import trail as trail_text
from kit.reading.evidence import copies_of, evidence_of
from kit.reading.files import CODES, LINKS, TRAIL, Files, read_bytes

STEPS = ("read", "check", "state the accounts", "decide", "compose", "plan", "render and write")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that a build would make, after steps 1 to 6: nothing is written yet."""

    folder: Path
    files: Files
    book: Book
    as_of: date
    cases: tuple[Case, ...]
    plan: Plan
    #: Pages that had no private address yet, with the one they get.
    new_links: Mapping[str, Link]
    #: Transfer codes that nobody had been given before.
    new_codes: tuple[Given, ...] = ()
    #: All private addresses, also those that no longer lead to a page.
    links: Mapping[str, Link] = field(default_factory=dict)


def prepare(
    folder: Path, files: Files, book: Book, as_of: date, voice: Voice, only: Collection[str] = ()
) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """Do steps 3 to 6: state, decide, compose, plan. Nothing is written, also not a new link.

    `voice` words the desk, in the language of the book and of nobody's session: the same book gives the same bytes.
    """
    standing, made, told = addresses(book, as_of)
    whole = replace(book, links=MappingProxyType(standing))
    found = cases(whole, as_of, () if _coded(book) else only)
    new_codes: tuple[Given, ...] = ()
    if _coded(book):
        # A code is unique in the whole book, so that a part of it needs to know the rest.
        key = book.codes.key or new_key()
        codes, new_codes = with_new(replace(book.codes, key=key), *codes_wanted(whole, found), as_of)
        whole = replace(whole, codes=codes)
        chosen = frozenset(only)
        found = tuple(case for case in found if not chosen or case.customer.id in chosen)
    wording = Wording(resources.roots(folder))
    assets, problems = assets_of(folder, whole)
    problems += told
    documents: list[Document] = []
    for case in found:
        copies = {each: Copy(*found) for each, found in copies_of(folder, case.customer, ENDINGS).items()}
        composed, faults = compose(whole, case.customer, case.statement, case.verdict, as_of, wording, assets, copies)
        documents += composed
        problems += faults
        if at_counsel(whole, case.statement, case.verdict):
            composed, faults = case_folder(folder, whole, case, wording, assets)
            documents += composed
            problems += faults
    nobodys, faults = compose_site(whole, wording)
    problems += faults
    # Of some customers only it would be a misleading agenda.
    if not only:
        desk, faults = desk_pages(whole, found, documents, as_of, wording, voice)
        documents += (*desk, *desk_files(whole, found, as_of))
        problems += faults
    planned, faults = plan((*documents, *nobodys), resources.fonts(), __version__)
    problems = list(ordered((*problems, *faults)))
    if has_errors(problems):
        return None, tuple(problems)
    links = MappingProxyType({**book.links, **made})
    return Prepared(folder, files, whole, as_of, found, planned, made, new_codes, links), tuple(problems)


def addresses(book: Book, as_of: date) -> tuple[dict[str, Link], dict[str, Link], tuple[Problem, ...]]:
    """Return the private addresses that show a page on `as_of`, those among them that are new, and what is to be told.

    Nobody whose address was revoked or has expired gets one unasked; somebody whose address was lost does.
    """
    found = states([each.id for each in book.customers], book.links, book.trail, as_of, book.policy.link_days)
    made = {who: Link(new_token(), as_of) for who, each in found.items() if each in (State.NONE, State.LOST)}
    standing = {who: book.links[who] for who, each in found.items() if each is State.STANDS}
    problems = [error("link-given-up", customer=who) for who, each in found.items() if each is State.GIVEN_UP]
    lost = sum(each is State.LOST for each in found.values())
    problems += [warning("links-lost", count=lost)] if lost else []
    for who in (who for who, each in found.items() if each is State.EXPIRED):
        problems.append(warning("link-expired", customer=who, until=str(until(book.links[who], book.policy.link_days))))
    return {**standing, **made}, made, tuple(problems)


def prepare_casefile(
    folder: Path, files: Files, book: Book, as_of: date, customer: str
) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """Do steps 3 to 6 for the case folder of `customer` alone, at whatever stage the matter is."""
    (case,) = cases(book, as_of, [customer])
    assets, problems = assets_of(folder, book)
    documents, faults = case_folder(folder, book, case, Wording(resources.roots(folder)), assets)
    if not documents and not has_errors(faults):
        return None, (*problems, error("casefile-nothing", case.customer.at, customer=customer, as_of=str(as_of)))
    planned, more = plan(documents, resources.fonts(), __version__)
    problems = list(ordered((*problems, *faults, *more)))
    if has_errors(problems):
        return None, tuple(problems)
    return Prepared(folder, files, book, as_of, (case,), planned, {}), tuple(problems)


def case_folder(
    folder: Path, book: Book, case: Case, wording: Wording, assets: Assets
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the case folder of one customer with the evidence that the book keeps, of nobody else."""
    who = case.customer
    others = {each.name for each in book.customers if each.id != who.id and each.name not in who.name}
    evidence = evidence_of(folder, who.id, others)
    return casefile(book, who, case.statement, case.verdict, evidence, wording, assets)


def _coded(book: Book) -> bool:
    """Tell whether somebody is given transfer codes."""
    return book.policy.transfer_code is not CodesFor.OFF


def too_early(book: Book, as_of: date) -> tuple[Problem, ...]:
    """Return why a build for `as_of` is refused: entries of a register lie after it (step 2)."""
    return tuple(
        error("as-of-before-register", customer=customer, as_of=str(as_of), newest=str(day))
        for customer, day in newer_entries(book, as_of).items()
    )


def write(prepared: Prepared, out: Path, jobs: int, progress: Progress) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """Do step 7: keep new links and codes, render everything, exchange the whole tree at `out`."""
    files = prepared.files
    if prepared.new_links or prepared.new_codes:
        contents = dict(files.contents)
        with recording_lock(prepared.folder) as held:
            if prepared.new_links:
                trail = (*prepared.book.trail, *traces(prepared.links, prepared.book.trail))
                write_links(held, prepared.links)
                write_trail(held, trail)
                contents |= {LINKS: links_text(prepared.links).encode(), TRAIL: trail_text(trail).encode()}
            if prepared.new_codes:
                write_codes(held, prepared.book.codes)
                contents[CODES] = codes_text(prepared.book.codes).encode()
        files = Files(dict(sorted(contents.items())))
    listing = Manifest(__version__, prepared.as_of, files.fingerprint, rehearsal=False, files=())
    means = Means(prepared.folder, resources.fonts(), hosts_of(prepared.book), jobs, guard(prepared.book))
    return write_tree(prepared.plan, listing, out, means, progress)


def assets_of(folder: Path, book: Book) -> tuple[Assets, list[Problem]]:
    """Return the pictures that documents of `book` carry, and why one cannot be read."""
    if book.creditor.logo is None:
        return Assets(), []
    data, problem = read_bytes(folder, f"data/{book.creditor.logo}")
    return Assets(data), [problem] if problem else []


def hosts_of(book: Book) -> tuple[str, ...]:
    """Return the hosts to which a paper may link: the creditor's own."""
    addresses = (book.creditor.base_url, book.creditor.website, book.creditor.payment_link)
    return tuple(dict.fromkeys(each.split("/")[2] for each in addresses if each))
