"""The policy file: tolerance, gaps, contact window, numbering, ladders; and what makes a ladder a humane one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from kit.basics.problems import Source
from kit.domain.approach import AUTO
from kit.domain.codes import CodesFor
from kit.domain.ladders import BUILT_IN
from kit.domain.policy import (
    Anchor,
    Approach,
    Caps,
    Channel,
    Condition,
    ContactWindow,
    InstalmentLimits,
    Ladder,
    Policy,
    SomasiRules,
    Stage,
)
from kit.domain.reserved import RESERVED, is_reserved
from kit.reading.customers import CHANNELS, WEEKDAYS
from kit.reading.fields import MISSING, Field, Findings, Got, ListOf, MapOf, Record
from kit.reading.kinds import YES_NO, Amount, Choice, Clock, ClockSpan, Pattern, Text, Timing, Whole, choice
from kit.reading.nodes import Node

#: Names of ladders and stages are written like ids, as they become folder names.
NAME = Pattern("[a-z0-9][a-z0-9-]{0,31}", "reminder-1")
#: Timings that need a stage before them.
_FOLLOWING = (Anchor.SENT, Anchor.RECEIVED)
_PLACEHOLDER = re.compile(r"\{(number(?::0[1-9])?|series|month|year)\}")

ONLY_IF = Record(
    "only_if",
    (
        Field("amount_from", Amount()),
        Field("invoices_from", Whole(1, 10_000)),
        Field("days_past_due_from", Whole(1, 3650)),
    ),
)

STAGE = Record(
    "stage",
    (
        Field("stage", NAME, required=True, attribute="name"),
        Field("when", Timing(), required=True),
        Field("days", Choice({"calendar": False, "working": True}), attribute="working"),
        Field("approach", choice(Approach), required=True),
        Field("channels", CHANNELS, required=True),
        Field("template", NAME),
        Field("signatory", Choice({role: role for role in ("reminder", "manager", "somasi")})),
        Field("deadline", Whole(1, 60)),
        Field("skippable", YES_NO),
        Field("series", Pattern("[A-Za-z0-9][A-Za-z0-9.-]{0,19}", "ST")),
        Field("repeat", Whole(1, 366)),
        Field("internal", YES_NO),
        Field("only_if", ONLY_IF),
    ),
)

SOMASI = Record(
    "somasi",
    (
        Field("minimum", Amount(least=0)),
        Field("transit", Whole(0, 30)),
        Field("days", Whole(3, 30)),
        Field("approval", YES_NO),
        Field("statutory_interest", YES_NO),
    ),
)

WINDOW = Record(
    "contact_window",
    (
        Field("days", ListOf(Choice({day: n for n, day in enumerate(WEEKDAYS)}), least=1), attribute="weekdays"),
        Field("opens", Clock()),
        Field("closes", Clock()),
        Field("friday_quiet", ClockSpan(), attribute="friday"),
        Field("joint_leave", Choice({"closed": True, "open": False})),
        Field("lebaran", Choice({"quiet": True, "open": False})),
    ),
)

#: A letter has no cap: it has its days from the law.
CAPS = Record(
    "caps",
    (
        Field("week", Whole(1, 7)),
        Field("whatsapp", Whole(1, 7)),
        Field("email", Whole(1, 7)),
        Field("call", Whole(0, 7)),
    ),
)


INSTALMENTS = Record(
    "instalments",
    (
        Field("most", Whole(2, 24), required=True),
        Field("least", Amount(), required=True),
        Field("within", Whole(1, 90)),
    ),
)


class Numbering:
    """A pattern of letter numbers, such as `{number:03}/{series}/{month}/{year}`."""

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the pattern, which holds {number} and no placeholder that nobody fills."""
        pattern = Text(60).read(node, name, to)
        if pattern is MISSING:
            return MISSING
        rest = _PLACEHOLDER.sub("", str(pattern))
        if "{number" not in str(pattern) or "{" in rest or "}" in rest:
            return to.error("numbering", node, field=name)
        return pattern


POLICY = Record(
    "policy",
    (
        Field("tolerance", Amount(least=0)),
        Field("minimum_gap", Whole(1, 60)),
        Field("weekly_cap", Whole(1, 7)),
        Field("caps", CAPS),
        Field("read_until_limit", Whole(0, 60)),
        Field("thanks_within", Whole(0, 365)),
        Field("link_days", Whole(7, 3650)),
        Field("claim_days", Whole(0, 30)),
        Field("slip_request_every", Whole(3, 366)),
        Field("clearing_days", Whole(0, 30)),
        Field("answer_days", Whole(0, 60)),
        Field("humour", YES_NO),
        Field("incentives", Text(300)),
        Field("missed", Choice({"latest": False, "catch-up": True}), attribute="catch_up"),
        Field("first_run", Choice({"gentle": True, "as-is": False}), attribute="gentle_first"),
        Field("rest_after_payment", Whole(0, 60)),
        Field("rest_after_call", Whole(0, 60)),
        Field("instalments", INSTALMENTS),
        Field("contact_window", WINDOW, attribute="window"),
        Field("somasi", SOMASI),
        Field("transfer_code", choice(CodesFor)),
        Field("numbering", Numbering()),
        Field("ladders", MapOf(ListOf(STAGE, least=1), NAME)),
    ),
)


def policy(got: Got) -> Policy:
    """Return the policy that a faultless file tells; what it leaves out is as the kit has it."""
    values = dict(got.values)
    if "window" in values:
        values["window"] = _window(values["window"])
    if "caps" in values:
        values["caps"] = Caps(**values["caps"].values)
    if "instalments" in values:
        values["instalments"] = InstalmentLimits(**values["instalments"].values)
    if "somasi" in values:
        values["somasi"] = SomasiRules(**values["somasi"].values)
    written = {name: Ladder(name, tuple(map(_stage, stages))) for name, stages in values.get("ladders", {}).items()}
    values["ladders"] = MappingProxyType({**BUILT_IN, **written})
    return Policy(**values)


def _window(got: Got) -> ContactWindow:
    days = {"weekdays": frozenset(got.values["weekdays"])} if "weekdays" in got.values else {}
    return ContactWindow(**(dict(got.values) | days))


#: The policy of a book that has no policy file.
DEFAULT = Policy(ladders=BUILT_IN)


def _stage(got: Got) -> Stage:
    values = dict(got.values)
    anchor, days = values.pop("when")
    if "only_if" in values:
        values["only_if"] = Condition(**values["only_if"].values)
    return Stage(at=got.at, anchor=anchor, days=days, **{"template": values["name"], **values})


def check_policy(got: Got, to: Findings) -> None:
    """Tell what contradicts itself in a policy: hours that close before they open, ladders that jump or fall."""
    window = got.get("window")
    if window is not None:
        opens = window.get("opens") or ContactWindow().opens
        closes = window.get("closes") or ContactWindow().closes
        readable = all(key in window.values for key in ("opens", "closes") if key in window.places)
        if readable and opens >= closes:
            to.error("window-closed", window.place("closes"), opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        elif all(key in window.values for key in window.places):
            found = _window(window)
            if not any(map(found.spans, found.weekdays)):
                to.error("window-empty", window.at)
    caps = got.get("caps")
    if caps is not None and "week" in caps.places and "weekly_cap" in got.places:
        to.error("cap-twice", caps.place("week"), other=got.place("weekly_cap"))
    for name, stages in (got.get("ladders") or {}).items():
        if name == AUTO and stages:
            to.error("ladder-auto", stages[0].at)
        _check_ladder(name, stages, to)


def _check_ladder(ladder: str, stages: Sequence[Got], to: Findings) -> None:
    names: dict[str, Source] = {}
    counted: dict[Anchor, tuple[int, Got]] = {}
    for before, stage in zip((None, *stages), stages, strict=False):
        name = stage.get("name")
        if name is not None and names.setdefault(name, stage.place("name")) != stage.place("name"):
            to.error("stage-repeated", stage.place("name"), other=names[name], stage=name, ladder=ladder)
        if name is not None and is_reserved(name):
            to.error(
                "stage-reserved", stage.place("name"), stage=name, ladder=ladder, known=", ".join(sorted(RESERVED))
            )
        approach, when = stage.get("approach"), stage.get("when")
        _check_legal(stage, to)
        if before is None:
            if approach is not None and approach.rank >= Approach.FIRM.rank:
                # Nobody's first word is a firm one (design.md 3.5).
                to.error("ladder-firm-first", stage.place("approach"), ladder=ladder, approach=approach)
            if when is not None and when[0] in _FOLLOWING:
                to.error("ladder-first-timing", stage.place("when"), ladder=ladder, when=_timing(when))
            elif when is not None:
                counted[when[0]] = (when[1], stage)
            continue
        gentler = before.get("approach")
        if when is not None:
            anchor, days = when
            # Only what is counted from the same day can be compared: the newest stage before it that is.
            earlier, other = counted.get(anchor, (days - 1, before))
            if anchor not in _FOLLOWING and days <= earlier:
                to.error("ladder-order", stage.place("when"), other=other.place("when"), ladder=ladder,
                         days=_timing(when), earlier=_timing((anchor, earlier)))  # fmt: skip
            if anchor is Anchor.RECEIVED and before.get("series") is None:
                to.error("ladder-received", stage.place("when"), other=before.at, ladder=ladder, when=_timing(when))
            counted[anchor] = (days, stage)
        if None not in (approach, gentler) and approach.rank < gentler.rank:
            at, other = stage.place("approach"), before.place("approach")
            to.error("ladder-softer", at, other=other, ladder=ladder, approach=approach, before=gentler)


def check_signatories(got: Got, roles: Sequence[str], to: Findings) -> None:
    """Tell the stages that ask for a signature of somebody whom the creditor does not name.

    Who signs a somasi is asked for when one comes up, not before: the stage is blocked until then.
    """
    for stages in (got.get("ladders") or {}).values():
        for stage in stages:
            role = stage.get("signatory")
            if role is not None and role not in roles and stage.get("approach") is not Approach.LEGAL:
                to.error("signatory-missing", stage.place("signatory"), role=role, known=", ".join(roles))


def _check_legal(stage: Got, to: Findings) -> None:
    """Tell a formal demand that could not be issued: without numbers, or not by letter (docs/decisions.md)."""
    if stage.get("approach") is not Approach.LEGAL or stage.get("internal"):
        return
    if stage.get("only_if") is not None:
        to.error("stage-condition", stage.place("only_if"), stage=stage.get("name") or "")
    channels = stage.get("channels")
    if stage.get("series") is None or (channels is not None and channels != (Channel.LETTER,)):
        to.error("stage-legal", stage.place("approach"), stage=stage.get("name") or "")


def _timing(when: tuple[Anchor, int]) -> str:
    anchor, days = when
    if anchor is not Anchor.DUE:
        return f"{anchor}{days:+d}"
    return f"H{days:+d}" if days else "H"
