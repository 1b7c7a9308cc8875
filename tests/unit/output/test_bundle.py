"""Hash lists and zips: what stands in them, in which order, and that they are the same bytes each time."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile

from kit.composing.documents import Bundle, Kept, Listing, TextFile
from kit.output.bundle import listing_of, zip_of

FILES = {"lawyers/budi/b/2.txt": b"two", "lawyers/budi/1.txt": b"one" * 1000}
PARTS = (TextFile("budi", "lawyers/budi/b/2.txt", "two"), Kept("budi", "lawyers/budi/1.txt", "x", "0" * 64))


def bundle(year: int = 2026) -> Bundle:
    return Bundle("budi", "lawyers/budi.zip", "lawyers/budi", PARTS, dt.date(year, 11, 23))


def test_a_list_has_each_hash_by_its_path_in_the_folder() -> None:
    made = listing_of(Listing("budi", "lawyers/budi/SHA256.txt", "lawyers/budi", PARTS), FILES.__getitem__).decode()
    one, two = (hashlib.sha256(FILES[name]).hexdigest() for name in ("lawyers/budi/1.txt", "lawyers/budi/b/2.txt"))
    assert made == f"{one}  1.txt\n{two}  b/2.txt\n"


def test_a_zip_is_sorted_stored_and_bears_the_day_of_the_case() -> None:
    data = zip_of(bundle(), FILES.__getitem__)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert [each.filename for each in entries] == ["1.txt", "b/2.txt"]
        assert {each.date_time for each in entries} == {(2026, 11, 23, 0, 0, 0)}
        assert {each.compress_type for each in entries} == {zipfile.ZIP_STORED}
        assert {each.external_attr >> 16 for each in entries} == {0o100644}
        assert archive.read("1.txt") == FILES["lawyers/budi/1.txt"]


def test_a_zip_is_the_same_bytes_in_every_order_and_another_on_another_day() -> None:
    turned = Bundle("budi", "lawyers/budi.zip", "lawyers/budi", PARTS[::-1], dt.date(2026, 11, 23))
    assert zip_of(turned, FILES.__getitem__) == zip_of(bundle(), FILES.__getitem__)
    assert zip_of(bundle(2027), FILES.__getitem__) != zip_of(bundle(), FILES.__getitem__)


def test_a_day_before_zips_could_tell_days_is_the_first_year_of_zips() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_of(bundle(1970), FILES.__getitem__))) as archive:
        assert archive.infolist()[0].date_time[:3] == (1980, 11, 23)
