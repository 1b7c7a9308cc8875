"""Where wording, style sheets and page templates stand: the only room of composing that opens files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

#: The folders, below each root, in which composing may look.
FOLDERS = ("letters", "site")


class Shelf:
    """Text files below `letters/` and `site/` of several roots: the book's first, then the kit's, file by file.

    A path is relative, written with slashes, and names a file inside one of the two folders. What
    climbs out (`..`, an absolute path, a symbolic link to somewhere else) is treated as not there.
    """

    __slots__ = ("roots",)

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)

    def read(self, path: str) -> str | None:
        """Return the text of the first file called `path`, or None where no root has one.

        Raises UnicodeDecodeError where the file is not UTF-8. Line ends come out as newlines.
        """
        place = self._find(path)
        if place is None:
            return None
        return place.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

    def files(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the paths of all files below `folder` that end in `suffix`, each once, sorted."""
        found = set()
        for root in self.roots:
            for place in (root / folder).rglob("*" + suffix):
                path = place.relative_to(root).as_posix()
                if place.is_file() and self._find(path) is not None:
                    found.add(path)
        return tuple(sorted(found))

    def _find(self, path: str) -> Path | None:
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or "\\" in path or "\0" in path or ":" in path:
            return None
        if len(pure.parts) < 2 or pure.parts[0] not in FOLDERS:
            return None
        for root in self.roots:
            home = root.resolve() / pure.parts[0]
            place = (root / pure).resolve()
            if place.is_relative_to(home) and place.is_file():
                return place
        return None
