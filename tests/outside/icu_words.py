"""Write icu-words.json: what ICU says of numbers in Indonesian words, kept as hashes. Needs PyICU (Debian: python3-icu).

/usr/bin/python3 tests/outside/icu_words.py
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

KEPT = Path(__file__).with_name("icu-words.json")
BLOCK = 1_000
LAST = 100_000


def blocks() -> Iterable[range]:
    """Yield the numbers from 1 to LAST in blocks; 0 is not among them, for which ICU has another word."""
    return (range(first, first + BLOCK) for first in range(1, LAST, BLOCK))


def sample(seed: str, count: int = LAST) -> list[int]:
    """Return `count` numbers from 1 to 10^15 of every length, the same on every machine and Python."""
    drawn = (int.from_bytes(hashlib.sha256(f"{seed}{i}".encode()).digest()[:8], "big") for i in range(count))
    return [1 + number % 10 ** (1 + i % 15) for i, number in enumerate(drawn)]


def hashed(numbers: Iterable[int], words: Callable[[int], str]) -> str:
    """Return the SHA-256 of the words of `numbers`, one a line."""
    return hashlib.sha256("\n".join(map(words, numbers)).encode()).hexdigest()


def samples() -> dict[str, list[int]]:
    """Return a hundred samples by their seed."""
    return {f"s{seed:02}-": sample(f"s{seed:02}-", BLOCK) for seed in range(LAST // BLOCK)}


def main() -> None:
    """Ask ICU and keep its answers."""
    import icu  # type: ignore[import-not-found, unused-ignore]

    spell = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("id")).format
    answers = {
        "icu": icu.ICU_VERSION,
        "zero": spell(0),
        "blocks": [hashed(each, spell) for each in blocks()],
        "samples": [hashed(each, spell) for each in samples().values()],
    }
    KEPT.write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
