"""What each problem says in English: code -> (sentence, hint, ...); the first hint whose facts are known counts."""

from __future__ import annotations

from collections.abc import Mapping

from kit.cli.catalogue import (
    calendar_en,
    ladders_en,
    lanes_en,
    making_en,
    means_en,
    money_en,
    plans_en,
    somasi_en,
    terms_en,
)

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    **making_en.PROBLEMS,
    **calendar_en.PROBLEMS,
    **means_en.READ,
    **money_en.READ,
    **plans_en.READ,
    **ladders_en.READ,
    **lanes_en.READ,
    **somasi_en.READ,
    **terms_en.READ,
    # The folder and its files
    "book-missing": (
        "this folder holds no book: data/creditor.yaml is missing",
        "name the folder of the book with --book",
    ),
    "file-conflict": (
        "a file synchroniser kept two versions of this file",
        "compare it with the file it was copied from, keep what is right, and delete this one",
    ),
    "file-empty": ("the file says nothing", "fill it, or delete it"),
    "file-encoding": (
        "byte {offset} of the file ({byte}) is not UTF-8 text",
        "save the file as UTF-8 in your editor",
    ),
    "file-kind": ("this is no ordinary file but a {kind}", "put an ordinary file in its place"),
    "file-large": ("the file is larger than {limit} bytes, which no book needs", "check whether it is the right file"),
    "file-nodes": (
        "the file holds more than {limit} values, which no book needs",
        "check whether it is the right file",
    ),
    "file-outside": ("the link leads out of the book", "put the file itself here"),
    "file-stray": (
        "this file is not read: only names that end in .yaml are",
        "end its name in .yaml, or move it elsewhere",
    ),
    "file-unreadable": ("the file cannot be read: {reason}", "check that it is there and that you may read it"),
    "file-utf16": ("the file is not UTF-8 text; it looks like UTF-16", "save the file as UTF-8 in your editor"),
    "format-newer": (
        "this book has format {format}; this version of Santun reads format {known}",
        "update Santun",
    ),
    "id-clash": (
        "two files are called {id} but for capitals; on many computers that is one file",
        "rename one of them",
    ),
    "id-device": ("{id} is the name of a device on Windows and cannot be a customer's", "rename the file"),
    "id-format": (
        '"{id}" cannot be a customer\'s short name: small letters a-z, digits and hyphens, at most 32',
        "rename the file to {nearest}.yaml",
        "rename the file, for example to toko-maju.yaml",
    ),
    "problems-more": ("there are {count} more problems in this file", "mend the first ones and check again"),
    # YAML
    "character": (
        "the character {character} cannot be seen, or cannot stand in a letter",
        "delete it, or type an ordinary space in its place",
    ),
    "key-repeated": ("{key} stands here a second time (first: {first})", "keep one of the two"),
    "top-list": ("the file must be a list: lines that begin with a hyphen", None),
    "top-map": ("the file must be a map: lines of the form key: value", None),
    "yaml-after-quote": (
        "something stands after the closing quotation mark",
        "put the whole value in quotation marks, and write a quotation mark inside it twice or as the other kind",
    ),
    "yaml-alias": (
        "references to other places (*) are not used in a book",
        "write the value itself, or put it in quotation marks",
    ),
    "yaml-anchor": ("anchors (&) are not used in a book", "remove it, or put the value in quotation marks"),
    "yaml-bracket": (
        'the "{bracket}" opened here is not closed, or a comma is missing inside it',
        "close it on the same line",
    ),
    "yaml-brackets": (
        "the brackets do not fit here: one is missing, or one is too many",
        "close each [ with ] and each {{ with }}, or put the value in quotation marks",
    ),
    "yaml-colon": (
        "the value of {field} holds a colon and a space, which YAML takes for another key",
        'put quotes around the whole value: {field}: "... : ..."',
    ),
    "yaml-cut-off": (
        "the value before it ends here: YAML takes what follows # for a comment",
        "put the whole value in quotation marks; for a comment, put a space after #",
    ),
    "yaml-deep": ("lists and maps lie more than {limit} levels inside each other", None),
    "yaml-directive": ("YAML directives (%) are not used in a book", "delete the line"),
    "yaml-escape": (
        "after a backslash inside double quotes stands something YAML does not know",
        "use single quotes ('...') where a backslash is meant",
    ),
    "yaml-indent": (
        "this line does not fit the lines above it",
        "lines of one list or map begin with the same number of spaces",
    ),
    "yaml-key": ("a key must be one short word", "write key: value"),
    "yaml-list-line": (
        "a list cannot begin on the line of its key",
        "begin it on the next line, each item with a hyphen",
    ),
    "yaml-merge-key": ("merge keys (<<) are not used in a book", "write the values themselves"),
    "yaml-no-colon": ("this line has no colon and a space after its key", "write key: value"),
    "yaml-quote-needed": ('a value cannot begin with "{character}"', "put the whole value in quotation marks"),
    "yaml-quote-open": ("the quotation mark opened here is never closed", "close it at the end of the value"),
    "yaml-second-document": ("a second document begins here (---)", "keep one document in a file"),
    "yaml-syntax": ("this is not YAML: {said}", None),
    "yaml-tab": ("the line is indented with a tab", "indent with spaces"),
    "yaml-tag": ("tags (!) are not used in a book", "remove it, or put the value in quotation marks"),
    # Fields
    "choice": ('{field} "{text}" is not known', "did you mean {nearest}?", "known are: {options}"),
    "clock": ('{field} "{text}" is no time of day', "write it as 08:00"),
    "expected-list": ("{field} must be a list", "begin each item on its own line with a hyphen"),
    "expected-map": ("{field} must have keys of its own", "write them below it, indented, each on its line: {keys}"),
    "expected-value": ("{field} must be a single value", None),
    "field-missing": ("{record} is missing its {field}", "add {field}: ..."),
    "file-ending": ("{field} must be a file of another kind", "its name may end in {endings}"),
    "file-name": (
        "{field} names no file inside the book",
        "write it relative, with forward slashes: spk-014.pdf or 2026/spk-014.pdf",
    ),
    "key-unknown": (
        '{record} has no key "{key}"',
        "did you mean {nearest}?",
        "known are: {known}",
    ),
    "list-empty": ("{field} is an empty list", "add an item, or delete the line"),
    "number-range": ('{field} "{text}" is not a whole number from {least} to {most}', None),
    "numbering": (
        "{field} is no pattern of letter numbers",
        "write for example {{number:03}}/{{series}}/{{month}}/{{year}}; {{number}} must be in it",
    ),
    "shape": ("{field} is not written as it should be", "expected: {example}"),
    "text-encoded-word": (
        "{field} holds =?...?=, which mail programs read as hidden text",
        "write the words themselves",
    ),
    "text-lines": ("{field} goes over several lines", "write it on one line"),
    "text-long": ("{field} has {length} characters; {limit} are allowed", "shorten it"),
    "text-marks": ("a letter of {field} bears more than 4 accents", "write the word with its usual letters"),
    "text-mixed-scripts": (
        "a word of {field} mixes letters of different alphabets that look alike",
        "type the word anew in Latin letters",
    ),
    "timing": (
        '{field} "{text}" is no timing',
        "write H-3, H or H+7 (from the due date), issued+5, sent+14 or received+7",
    ),
    "url": ("{field} is no address of a page", "write it as https://..."),
    "value-empty": ("{field} has no value", "write one, or delete the line"),
    # Amounts and dates
    "amount-comma": (
        '{field} "{text}" has commas between its thousands',
        "write {better} if that is the amount",
        "write 1500000 or 1.500.000",
    ),
    "amount-currency": ('{field} "{text}" is not in rupiah', "state the amount in rupiah, as it was agreed"),
    "amount-digits": ('{field} "{text}" has digits other than 0-9', "type the amount with the digits 0-9"),
    "amount-exponent": ('{field} "{text}" is written as computers do', "write the amount out: 1500000 or 1.500.000"),
    "amount-format": (
        '{field} "{text}" is not a whole rupiah amount',
        "write 1500000 or 1.500.000 (a dot only between groups of three digits; no sen)",
    ),
    "amount-large": ('{field} "{text}" is above the limit of {limit}', "check the number of digits"),
    "amount-sen": (
        '{field} "{text}" has sen, which are not used',
        "write whole rupiah: 1500000 or 1.500.000",
    ),
    "amount-sign": ('{field} "{text}" has a sign', "write the amount without a sign; a reduction is a credit note"),
    "amount-underscore": (
        '{field} "{text}" has an underscore',
        "write {better} if that is the amount",
        "write 1500000 or 1.500.000",
    ),
    "amount-zero": ("{field} is 0, which is nothing", "state the amount, or delete the entry"),
    "amount-zero-first": (
        '{field} "{text}" begins with a 0',
        "write {better} if that is the amount",
        "check the amount",
    ),
    "date-clock": ('{field} "{text}" has a time of day', "write the day alone: {better}"),
    "date-format": ('{field} "{text}" is no date', "write {better}", "write it as year-month-day: 2026-09-30"),
    "date-none": ('{field} "{text}" is a day that does not exist', "check the day of the month"),
    "date-order": (
        '{field} "{text}" does not begin with the year',
        "write {better} if that is the day",
        "write it as year-month-day: 2026-09-30",
    ),
    "date-range": ('{field} "{text}" lies outside the years {first} to {last}', "check the year"),
    # Reaching somebody
    "contact-shared": (
        "this {field} also belongs to another customer",
        "check whose it is: a message must reach one debtor only",
    ),
    "email": ("{field} is no e-mail address", "write it as nama@perusahaan.example, without a name before it"),
    "email-domain": ("the part of {field} after the @ is no domain", "write it as nama@perusahaan.example"),
    "email-several": ("{field} holds more than one address", "write exactly one"),
    "phone": ("{field} is no telephone number", "write it as 0812-0000-0000 or +62 812-0000-0000"),
    "phone-landline": ("{field} is no mobile number, and WhatsApp needs one", "put it under phone instead"),
    "phone-several": ("{field} holds more than one number", "write exactly one"),
    # What records say about each other
    "credit-note-repeated": ("credit note {number} stands in the book twice", "give each credit note its own number"),
    "dates-reversed": ("{last} ({late}) lies before {first} ({early})", "check both dates"),
    "due-before-issued": ("due ({due}) lies before issued ({issued})", "check both dates"),
    "invoice-of-another": (
        "an entry of {by} names invoice {number}, which belongs to customer {customer}",
        "move the entry there, or mend the number",
    ),
    "invoice-repeated": ("invoice {number} stands in the book twice", "give each invoice its own number"),
    "invoice-unknown": (
        "an entry of {by} names invoice {number}, which this customer does not have",
        "did you mean {nearest}?",
        "write the number exactly as the invoice has it",
    ),
    "payment-repeated": (
        "a payment of {amount} on {date} stands here twice; both count",
        "delete one if it was a single transfer; else give each its reference",
    ),
    "read-until-missing": (
        "nobody says up to which day the statements of this account were entered",
        "add read_until: and the last day whose payments are in the book",
    ),
    # Policy
    "signatory-missing": (
        "the creditor names no signatory for {role}",
        "add it to signatories in data/creditor.yaml, or choose of: {known}",
    ),
    # What the kit writes itself
    "register-chain-broken": (
        "entry {entry} of the register does not follow from the one before it: something was changed by hand",
        "restore the file from your backup or from git; a wrong entry is voided with kit record, never changed",
    ),
    "register-cut": (
        "the last entry of the register is incomplete: writing was interrupted, or the file was damaged",
        ("restore the file from your backup or from git; otherwise kit check --repair puts the entry aside"),
    ),
    "register-kind": ('the register knows no entry of kind "{text}"', "known are: {known}"),
    "register-stranger": (
        "a register belongs to {customer}, but the book has no such customer",
        "restore data/customers/{customer}.yaml, or move the register away with it",
    ),
    "sent-invoice-gone": (
        "on {date} a message was sent about invoice {number}, which the customer's file no longer has",
        "put the invoice back; to take it off the account, add a credit note",
    ),
    "token-repeated": (
        "two customers have the same private link and would see each other's page",
        "delete the lines of one of them; the next build makes it a new link",
    ),
}

HINT, ALSO = "hint", "see also"

#: The closing line: how many errors, warnings, files (each as "one" or "many").
ERRORS = ("{count} error", "{count} errors")
WARNINGS = ("{count} warning", "{count} warnings")
FILES = ("in {count} file", "in {count} files")
AND, NOTHING_WRITTEN = "and", "Nothing was written."
