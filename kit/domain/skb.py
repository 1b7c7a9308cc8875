"""National holidays and joint leave of Indonesia, 2024 to 2027, as the joint decrees of three ministers (SKB) fix them.

Data, with its standing: a day is confirmed, or estimated where it waits for the sighting of the
moon (sidang isbat). 2026 follows SKB 1497/2025, 2/2025 and 5/2025; the other years were compared
with the `holidays` package, which a test does again. A book corrects it in data/calendar.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Rest(StrEnum):
    """Why a day is off: a national holiday, or joint leave (cuti bersama), which a business may work through."""

    HOLIDAY = "holiday"
    JOINT_LEAVE = "joint-leave"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off with its Indonesian name."""

    name: str
    rest: Rest
    #: True while the day may still move.
    estimated: bool = False


# Month-day, then "+" for joint leave or "?" for an estimated holiday, then the name.
_TABLE = {
    2024: (
        "01-01 Tahun Baru Masehi",
        "02-08 Isra Mikraj Nabi Muhammad",
        "02-09+ Cuti Bersama Tahun Baru Imlek",
        "02-10 Tahun Baru Imlek",
        "02-14 Hari Pemilihan Umum",
        "03-11 Hari Suci Nyepi",
        "03-12+ Cuti Bersama Hari Suci Nyepi",
        "03-29 Wafat Yesus Kristus",
        "03-31 Kebangkitan Yesus Kristus",
        "04-08+ Cuti Bersama Hari Raya Idulfitri",
        "04-09+ Cuti Bersama Hari Raya Idulfitri",
        "04-10 Hari Raya Idulfitri",
        "04-11 Hari Raya Idulfitri (hari kedua)",
        "04-12+ Cuti Bersama Hari Raya Idulfitri",
        "04-15+ Cuti Bersama Hari Raya Idulfitri",
        "05-01 Hari Buruh Internasional",
        "05-09 Kenaikan Yesus Kristus",
        "05-10+ Cuti Bersama Kenaikan Yesus Kristus",
        "05-23 Hari Raya Waisak",
        "05-24+ Cuti Bersama Hari Raya Waisak",
        "06-01 Hari Lahir Pancasila",
        "06-17 Hari Raya Iduladha",
        "06-18+ Cuti Bersama Hari Raya Iduladha",
        "07-07 Tahun Baru Islam",
        "08-17 Hari Kemerdekaan Republik Indonesia",
        "09-16 Maulid Nabi Muhammad",
        "11-27 Hari Pemilihan Kepala Daerah",
        "12-25 Hari Raya Natal",
        "12-26+ Cuti Bersama Hari Raya Natal",
    ),
    2025: (
        "01-01 Tahun Baru Masehi",
        "01-27 Isra Mikraj Nabi Muhammad",
        "01-28+ Cuti Bersama Tahun Baru Imlek",
        "01-29 Tahun Baru Imlek",
        "03-28+ Cuti Bersama Hari Suci Nyepi",
        "03-29 Hari Suci Nyepi",
        "03-31 Hari Raya Idulfitri",
        "04-01 Hari Raya Idulfitri (hari kedua)",
        "04-02+ Cuti Bersama Hari Raya Idulfitri",
        "04-03+ Cuti Bersama Hari Raya Idulfitri",
        "04-04+ Cuti Bersama Hari Raya Idulfitri",
        "04-07+ Cuti Bersama Hari Raya Idulfitri",
        "04-18 Wafat Yesus Kristus",
        "04-20 Kebangkitan Yesus Kristus",
        "05-01 Hari Buruh Internasional",
        "05-12 Hari Raya Waisak",
        "05-13+ Cuti Bersama Hari Raya Waisak",
        "05-29 Kenaikan Yesus Kristus",
        "05-30+ Cuti Bersama Kenaikan Yesus Kristus",
        "06-01 Hari Lahir Pancasila",
        "06-06 Hari Raya Iduladha",
        "06-09+ Cuti Bersama Hari Raya Iduladha",
        "06-27 Tahun Baru Islam",
        "08-17 Hari Kemerdekaan Republik Indonesia",
        "08-18+ Cuti Bersama Hari Kemerdekaan Republik Indonesia",
        "09-05 Maulid Nabi Muhammad",
        "12-25 Hari Raya Natal",
        "12-26+ Cuti Bersama Hari Raya Natal",
    ),
    2026: (
        "01-01 Tahun Baru Masehi",
        "01-16 Isra Mikraj Nabi Muhammad",
        "02-16+ Cuti Bersama Tahun Baru Imlek",
        "02-17 Tahun Baru Imlek",
        "03-18+ Cuti Bersama Hari Suci Nyepi",
        "03-19 Hari Suci Nyepi",
        "03-20+ Cuti Bersama Hari Raya Idulfitri",
        "03-21 Hari Raya Idulfitri",
        "03-22 Hari Raya Idulfitri (hari kedua)",
        "03-23+ Cuti Bersama Hari Raya Idulfitri",
        "03-24+ Cuti Bersama Hari Raya Idulfitri",
        "04-03 Wafat Yesus Kristus",
        "04-05 Kebangkitan Yesus Kristus",
        "05-01 Hari Buruh Internasional",
        "05-14 Kenaikan Yesus Kristus",
        "05-15+ Cuti Bersama Kenaikan Yesus Kristus",
        "05-27 Hari Raya Iduladha",
        "05-28+ Cuti Bersama Hari Raya Iduladha",
        "05-31 Hari Raya Waisak",
        "06-01 Hari Lahir Pancasila",
        "06-16 Tahun Baru Islam",
        "08-17 Hari Kemerdekaan Republik Indonesia",
        "08-25 Maulid Nabi Muhammad",
        "12-24+ Cuti Bersama Hari Raya Natal",
        "12-25 Hari Raya Natal",
    ),
    2027: (
        "01-01 Tahun Baru Masehi",
        "01-05 Isra Mikraj Nabi Muhammad",
        "02-05+ Cuti Bersama Tahun Baru Imlek",
        "02-06 Tahun Baru Imlek",
        "03-08 Hari Suci Nyepi",
        "03-09+ Cuti Bersama Hari Raya Idulfitri",
        "03-10? Hari Raya Idulfitri",
        "03-11? Hari Raya Idulfitri (hari kedua)",
        "03-12+ Cuti Bersama Hari Raya Idulfitri",
        "03-15+ Cuti Bersama Hari Raya Idulfitri",
        "03-25+ Cuti Bersama Wafat Yesus Kristus",
        "03-26 Wafat Yesus Kristus",
        "03-28 Kebangkitan Yesus Kristus",
        "05-01 Hari Buruh Internasional",
        "05-06 Kenaikan Yesus Kristus",
        "05-17? Hari Raya Iduladha",
        "05-18+ Cuti Bersama Hari Raya Iduladha",
        "05-19+ Cuti Bersama Hari Raya Waisak",
        "05-20 Hari Raya Waisak",
        "06-01 Hari Lahir Pancasila",
        "06-06 Tahun Baru Islam",
        "08-15 Maulid Nabi Muhammad",
        "08-17 Hari Kemerdekaan Republik Indonesia",
        "12-24+ Cuti Bersama Hari Raya Natal",
        "12-25 Hari Raya Natal",
        "12-26 Isra Mikraj Nabi Muhammad",
    ),
}


def _read(year: int, line: str) -> tuple[date, DayOff]:
    day, _, name = line.partition(" ")
    rest = Rest.JOINT_LEAVE if day.endswith("+") else Rest.HOLIDAY
    return date.fromisoformat(f"{year}-{day[:5]}"), DayOff(name, rest, day.endswith("?"))


#: Every day off by its date.
DAYS_OFF: Mapping[date, DayOff] = MappingProxyType(
    dict(_read(year, line) for year, lines in _TABLE.items() for line in lines)
)

#: The last day that the table knows of; later years need a newer kit or the book's own calendar.
LAST_DAY = date(max(_TABLE), 12, 31)
