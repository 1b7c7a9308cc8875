"""What the kit says in English about private pages: leaks that a build refuses, links, people who are forgotten."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK = "look for it in data/customers/{customer}.yaml and in your own templates, take it out and build again"

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "leak-address": ("{path}:{line}:{column}: an address of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-email": (
        "{path}:{line}:{column}: an e-mail address that is not the creditor's: {found}", _LOOK,
    ),
    "leak-file": ("{path} has no place in a site", "a site holds pages and papers of customers, and nothing else"),
    "leak-identity": ("{path}:{line}:{column}: digits like those of a NIK, NPWP or card: {found}", _LOOK),
    "leak-invoice": ("{path}:{line}:{column}: an invoice of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-link": ("{path}:{line}:{column}: the private address of {owner} on a page of {customer}", _LOOK),
    "leak-name": ("{path}:{line}:{column}: a name of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-note": ("{path}:{line}:{column}: internal remarks about {owner}: {found}", _LOOK),
    "leak-number": ("{path}:{line}:{column}: a number of {owner} on a page of {customer}: {found}", _LOOK),
    "leak-path": ("{path}:{line}:{column}: a place on a computer: {found}", _LOOK),
    "leak-phone": ("{path}:{line}:{column}: a telephone that is not the creditor's: {found}", _LOOK),
    "leak-yaml": ("{path}:{line}:{column}: lines of a data file: {found}", _LOOK),
}  # fmt: skip

DOOR: Mapping[str, str] = {}
