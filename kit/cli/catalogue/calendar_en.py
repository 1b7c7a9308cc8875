"""What each problem of days, hours and caps says in English: in the calendar and in the policy."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "calendar-closed": (
        "nobody could be contacted, or no office works, from {first} to {last}",
        "leave an open day at least every {most} days",
    ),
    "cap-twice": ("the cap of the week is written twice, here and as weekly_cap", "keep one of the two"),
    "clock-span": ("{field}: {text} is no span of hours", "write 11:30-13:00, or no"),
    "holiday-repeated": ("{date} is named twice", "keep one of the two"),
    "quiet-ends": ("until ({last}) comes before from ({first})", "check both dates"),
    "window-closed": ("closes ({closes}) is not after opens ({opens})", "check both times"),
    "window-empty": ("the contact window leaves no hour on any day", "open another day, or write friday_quiet: no"),
    "working-day-unknown": ("{date} is a working day already: the kit's table has no day off there", "check the date"),
}
