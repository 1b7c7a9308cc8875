"""Read wording for courtesy: every template, the book's own before the kit's, with a place for each fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kit.basics.problems import Problem, Source, error
from kit.composing.courtesy import DENIAL, RULES
from kit.composing.parts import DEMANDED_BY_HAND, DEMANDING, FILES, PARTS, absent
from kit.composing.shelf import Shelf
from kit.composing.templates import front_of
from kit.domain.byhand import OCCASIONS
from kit.domain.policy import Approach, Ladder

#: What is worded: endings below letters/ and site/.
_ENDINGS = (".md", ".txt", ".html")
_NOT_WORDED = ("letters/fonts/",)
#: Folders whose approach no ladder tells. The agreement is a deed, so that it may name a court.
_OWN: Mapping[str, Approach] = {
    **{name: stage.approach for name, stage in OCCASIONS.items() if stage.approach is not None},
    "agreement": Approach.LEGAL,
    "call-sheet": Approach.PERSUASIVE,
    # Counsel reads the case folder, and nobody else.
    "casefile": Approach.LEGAL,
    "handover": Approach.LEGAL,
    # It names what it takes back.
    "somasi-withdrawal": Approach.LEGAL,
}
#: Frames that only one kind of paper uses.
_FRAMES: Mapping[str, Approach] = {
    "letters/frames/somasi.html": Approach.LEGAL,
    "letters/frames/note.html": Approach.LEGAL,
    "letters/frames/agreement.html": Approach.LEGAL,
    "letters/frames/casefile.html": Approach.LEGAL,
}

_EXCUSE = re.compile(r"\{#-?\s*santun:\s*allow\s+([a-z0-9-]+)\b(?:\s+because\s+(.*?))?\s*-?#\}", re.DOTALL)
#: What is written in a template and said to nobody.
_UNSAID = re.compile(r"\{#.*?#\}|(?<=---\n)goal:[^\n]*", re.DOTALL)
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_MARKUP = re.compile(r"<(?:style|code)\b.*?</(?:style|code)>|<!--.*?-->|<[^>]*>", re.DOTALL)
_INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+)[\"']")


@dataclass(frozen=True, slots=True)
class Excuse:
    """A fault that the template's author wants, with the reason."""

    rule: str
    reason: str
    at: Source


def codes() -> frozenset[str]:
    """Return the codes of every rule that a template can be excused from."""
    return frozenset({rule.code for rule in RULES} | {part.code for part in PARTS})


def templates(shelf: Shelf) -> tuple[str, ...]:
    """Return the paths of all wording on `shelf`, each once, sorted."""
    found = {path for folder in ("letters", "site") for ending in _ENDINGS for path in shelf.files(folder, ending)}
    return tuple(sorted(path for path in found if not path.startswith(_NOT_WORDED)))


def lint_wording(shelf: Shelf, ladders: Iterable[Ladder], only: Iterable[str] | None = None) -> tuple[Problem, ...]:
    """Return every breach of courtesy in the templates of `shelf`; `only` some paths where given."""
    paths = templates(shelf)
    sources = {path: text for path in paths if (text := text_of(shelf, path)) is not None}
    ladders = tuple(ladders)
    spoken = approaches(sources, ladders)
    asking = DEMANDED_BY_HAND | {stage.template for ladder in ladders for stage in ladder.stages}
    problems: list[Problem] = []
    for path in sorted(only if only is not None else sources):
        if path in sources:
            problems += _faults(path, sources[path], spoken.get(path, Approach.PERSUASIVE))
            problems += _lacks(path, sources, asking)
    return tuple(problems)


def allowed_in(shelf: Shelf) -> Mapping[str, frozenset[str]]:
    """Return the rules from which each template is excused, by itself or by a part that it includes."""
    sources = {path: text for path in templates(shelf) if (text := text_of(shelf, path)) is not None}
    return {path: _allowed(path, sources) for path in sources}


def text_of(shelf: Shelf, path: str) -> str | None:
    """Return the text of a template; None where it is missing or no UTF-8, which the build itself tells."""
    try:
        return shelf.read(path)
    except UnicodeDecodeError:
        return None


def approaches(sources: Mapping[str, str], ladders: Iterable[Ladder]) -> Mapping[str, Approach]:
    """Return how each template speaks: as its stage does; a part as the gentlest template that includes it."""
    by_folder: dict[str, Approach] = dict(_OWN)
    for ladder in ladders:
        for stage in ladder.stages:
            if stage.approach is not None and stage.template not in _OWN:
                # A folder that several stages use is judged by the gentlest of them.
                by_folder[stage.template] = _gentlest(stage.approach, by_folder.get(stage.template))
    found: dict[str, Approach] = dict(_FRAMES)
    for path in sources:
        folder = _folder(path)
        if folder == "parts" and _file(path).startswith("casefile-"):
            found[path] = Approach.LEGAL
        elif folder not in ("parts", "frames") and not path.startswith("site/"):
            found[path] = by_folder.get(folder, _by_name(folder))
    for path in tuple(found):
        for part in included(path, sources):
            found[part] = _gentlest(found[path], found.get(part))
    return found


def included(path: str, sources: Mapping[str, str]) -> frozenset[str]:
    """Return every part that the template at `path` includes, itself or through another, in HTML and as text."""
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        for name in _INCLUDE.findall(sources.get(waiting.pop(), "")):
            for each in (f"letters/{name}", f"letters/{name}".replace(".html", ".txt")):
                if each in sources and each not in seen:
                    seen.add(each)
                    waiting.append(each)
    return frozenset(seen)


def excuses(path: str, source: str) -> tuple[Excuse, ...]:
    """Return what the template at `path` asks to be allowed."""
    return tuple(
        Excuse(match[1], " ".join((match[2] or "").split()), place(path, source, match.start(), len(match[0])))
        for match in _EXCUSE.finditer(source)
    )


def words_of(source: str) -> str:
    """Return `source` with tags and markup blanked, each character in its place; quoted words of a tag stay.

    >>> words_of('<p>Halo {{ x|default("Bu") }}</p>').split()
    ['Halo', 'Bu']
    """
    return _MARKUP.sub(_blank, _TAG.sub(_quoted_only, source))


def place(path: str, source: str, start: int, width: int) -> Source:
    """Return line and column of the character `start` of `source`, `width` characters wide on its line."""
    line = source.count("\n", 0, start) + 1
    begin = source.rfind("\n", 0, start) + 1
    end = source.find("\n", start)
    room = (end if end >= 0 else len(source)) - start
    return Source(path, line, start - begin + 1, width=max(1, min(width, room)))


def _faults(path: str, source: str, approach: Approach) -> Iterator[Problem]:
    found = excuses(path, source)
    allowed = {each.rule for each in found if len(each.reason) >= 3}
    for each in found:
        if each.rule not in codes():
            yield error("wording-excuse-unknown", each.at, rule=each.rule)
        elif len(each.reason) < 3:
            yield error("wording-excuse-reason", each.at, rule=each.rule)
    words = words_of(source)
    for rule in RULES:
        if not rule.holds_for(approach) or rule.code in allowed:
            continue
        for match in rule.pattern().finditer(words):
            if rule.denied and DENIAL.search(words, max(0, match.start() - 20), match.start()):
                continue
            at = place(path, source, match.start(), len(match[0]))
            yield Problem(rule.code, at, {"found": " ".join(match[0].split()), "source": rule.source})


def _lacks(path: str, sources: Mapping[str, str], asking: AbstractSet[str]) -> Iterator[Problem]:
    """Yield the parts that a message template lacks, with all that it includes and the frame around it."""
    folder, file = _folder(path), _file(path)
    goal = _goal(path, sources)
    if file not in FILES or not path.startswith("letters/") or folder not in asking or goal is None:
        return
    english = path.startswith("letters/en/")
    if english and goal in DEMANDING:
        # A second column says no more than the first, which is read here.
        return
    frame = f"letters/{'en/' if english else ''}frames/{'somasi' if goal in DEMANDING else 'letter'}.html"
    around = (frame,) if file == "letter.md" else ()
    parts = sorted(included(path, sources))
    if file == "email.md":
        # The same message as plain text: what only its HTML part says is not said.
        parts = [each for each in parts if not each.endswith(".html") or each.replace(".html", ".txt") not in sources]
    whole = "\n".join(_UNSAID.sub("", sources.get(each, "")) for each in (path, *parts, *around))
    for part in absent(f"{folder}/{file}", goal, whole):
        if part.code not in _allowed(path, sources):
            yield Problem(part.code, Source(path, width=0), {"template": path.removeprefix("letters/")})


def _folder(path: str) -> str:
    """Return the occasion, `parts` or `frames` that a template belongs to, in each language."""
    return path.replace("letters/en/", "letters/", 1).split("/")[1]


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _goal(path: str, sources: Mapping[str, str]) -> str | None:
    """Return what the messages beside `path` want, as e-mail or letter says; a chat has no front of its own."""
    home = path.rpartition("/")[0]
    for file in ("email.md", "letter.md"):
        path = f"{home}/{file}"
        front = front_of(sources[path], path)[0] if path in sources else None
        if front is not None:
            return front.goal
    return None


def _allowed(path: str, sources: Mapping[str, str]) -> frozenset[str]:
    paths = (path, *included(path, sources))
    return frozenset(each.rule for one in paths for each in excuses(one, sources[one]) if len(each.reason) >= 3)


def _quoted_only(tag: re.Match[str]) -> str:
    """Keep what a value says in quotes, and nothing else of a tag."""
    if not tag[0].startswith("{{"):
        return _blank(tag)
    kept = list(_blank(tag))
    for quoted in _QUOTED.finditer(tag[0]):
        begin, end = quoted.span(1 if quoted[1] is not None else 2)
        kept[begin:end] = tag[0][begin:end]
    return "".join(kept)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _gentlest(approach: Approach, other: Approach | None) -> Approach:
    return approach if other is None or approach.rank < other.rank else other


def _by_name(folder: str) -> Approach:
    """Return how a folder speaks that no ladder uses, by the kit's own names."""
    if folder.startswith("somasi"):
        return Approach.LEGAL
    return Approach.FIRM if folder.startswith("firm") else Approach.PERSUASIVE
