"""What the bytes of a paper depend on beside the sheet: versions of the layout engine and of what lies below it."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "fonttools", "pillow", "pyphen")
#: Library, by its names on Linux and macOS, and the function that tells its version, where it has one.
_LIBRARIES = (
    ("pango", ("libpango-1.0.so.0", "libpango-1.0.0.dylib"), "pango_version_string"),
    ("harfbuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "hb_version_string"),
    # Without this one fonts are cut to size by fontTools: slower, and other bytes.
    ("harfbuzz-subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"), None),
)


@cache
def engine() -> tuple[str, ...]:
    """Return name and version of everything that turns a sheet into bytes, without importing it."""
    return (*map(_package, _PACKAGES), *(_library(*each) for each in _LIBRARIES))


def _package(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} -"


def _library(name: str, files: tuple[str, ...], function: str | None) -> str:
    for file in files:
        with suppress(OSError):
            library = ctypes.CDLL(file)
            if function is None:
                return f"{name} +"
            tell = getattr(library, function)
            tell.restype = ctypes.c_char_p
            return f"{name} {tell().decode()}"
    return f"{name} -"
