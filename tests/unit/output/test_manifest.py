"""The manifest: one way to write it, and only ours is read."""

import datetime as dt
from pathlib import Path

from kit.output import manifest
from kit.output.manifest import File, Manifest

LISTING = Manifest(
    kit="0.1.0",
    as_of=dt.date(2026, 11, 20),
    book="b" * 64,
    rehearsal=False,
    files=(
        File("site/404.html", "text", "1" * 64, 12, "2" * 64),
        File("outbox/toko-maju/message.eml", "mail", "3" * 64, 34, "4" * 64, "toko-maju"),
    ),
)


def test_what_is_written_is_read_back_sorted() -> None:
    """Files come back by path, whatever order they went in."""
    again = manifest.from_bytes(manifest.to_bytes(LISTING))
    assert again is not None
    assert again.files == tuple(sorted(LISTING.files))
    assert manifest.to_bytes(again) == manifest.to_bytes(LISTING)


def test_one_file_on_a_line() -> None:
    """A person can compare two manifests line by line."""
    lines = manifest.to_bytes(LISTING).decode().splitlines()
    assert [("path" in line) for line in lines] == [False, True, True, False]
    assert lines[0].startswith('{"as_of":"2026-11-20","book":"bbb')


def test_an_empty_build_has_a_manifest() -> None:
    """No file at all is still a build."""
    empty = Manifest("0.1.0", dt.date(2026, 1, 1), "", True, ())
    assert manifest.from_bytes(manifest.to_bytes(empty)) == empty


def test_strangers_are_not_read(tmp_path: Path) -> None:
    """A web app's manifest.json, broken JSON, a link and a folder are not ours."""
    assert manifest.read(tmp_path) is None
    for text in ("{}", "[]", '"x"', '{"name": "app"}', "{", "[" * 100_000, "\ud800".encode("utf-8", "surrogatepass")):
        (tmp_path / "manifest.json").write_bytes(text if isinstance(text, bytes) else text.encode())
        assert manifest.read(tmp_path) is None
    (tmp_path / "manifest.json").unlink()
    (tmp_path / "real").write_bytes(manifest.to_bytes(LISTING))
    (tmp_path / "manifest.json").symlink_to("real")
    assert manifest.read(tmp_path) is None
    (tmp_path / "manifest.json").unlink()
    (tmp_path / "manifest.json").mkdir()
    assert manifest.read(tmp_path) is None
