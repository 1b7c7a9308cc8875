"""Files that are made of other files of a build: the list of their hashes, and one zip, always the same bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable

from kit.composing.documents import Bundle, Listing

#: Returns the bytes of a file of the build.
Read = Callable[[str], bytes]

#: Rights of every file in the zip, and the system that says so (Unix).
_RIGHTS, _UNIX = 0o100644, 3
#: The first year that a zip can write.
_FIRST_YEAR = 1980


def listing_of(listing: Listing, read: Read) -> bytes:
    """Return the hash list: a line for each part, by its path below the folder, sorted."""
    lines = sorted(
        (each.path.removeprefix(f"{listing.home}/"), hashlib.sha256(read(each.path)).hexdigest())
        for each in listing.parts
    )
    return "".join(f"{digest}  {name}\n" for name, digest in lines).encode()


def zip_of(bundle: Bundle, read: Read) -> bytes:
    """Return the zip: parts sorted by path, one date, one kind of rights, stored and not compressed.

    What compresses differs from one machine to the next; PDFs and pictures are compressed already.
    """
    target = io.BytesIO()
    day = (max(bundle.day.year, _FIRST_YEAR), bundle.day.month, bundle.day.day, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(each.path for each in bundle.parts):
            entry = zipfile.ZipInfo(path.removeprefix(f"{bundle.home}/"), day)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            archive.writestr(entry, read(path))
    return target.getvalue()
