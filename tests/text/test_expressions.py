import pytest

from attrib.text.calendars import Aim, Grain, Part, Wording
from attrib.text.expressions import date_pattern, read_wording


@pytest.mark.parametrize(
    ("said", "kind", "wording"),
    [
        (
            "between november 20 and 22, 2023",
            "between",
            Wording(grain=Grain.DAY, year=2023, month=11, day=20, last_day=22),
        ),
        (
            "tuesday (nov. 28",
            "day",
            Wording(grain=Grain.DAY, month=11, day=28, weekday=1),
        ),
        ("second of may", "day", Wording(grain=Grain.DAY, month=5, day=2)),
        (
            "3 may last year",
            "day",
            Wording(grain=Grain.DAY, month=5, day=3, year_offset=-1),
        ),
        ("next sept", "month", Wording(grain=Grain.MONTH, month=9, aim=Aim.NEXT)),
        (
            "late in may 2022",
            "month",
            Wording(grain=Grain.MONTH, year=2022, month=5, part=Part.LATE),
        ),
        (
            "this past friday night",
            "weekday",
            Wording(grain=Grain.DAY, weekday=4, aim=Aim.LAST),
        ),
        (
            "monday of next week",
            "weekday",
            Wording(grain=Grain.WEEK, weekday=0, offset=1),
        ),
        ("day after tomorrow", "near", Wording(grain=Grain.DAY, offset=2)),
        ("last night", "near", Wording(grain=Grain.DAY, offset=-1)),
        (
            "early next year",
            "unit",
            Wording(grain=Grain.YEAR, offset=1, part=Part.EARLY),
        ),
        ("thirty-two days ago", "ago", Wording(grain=Grain.DAY, offset=-32)),
        (
            "2023.11.28",
            "numbers",
            Wording(grain=Grain.DAY, year=2023, month=11, day=28),
        ),
        ("1/31/2023", "numbers", Wording(grain=Grain.DAY, year=2023, month=1, day=31)),
        ("2014-15", "year", Wording(grain=Grain.YEAR, year=2014, last_year=2015)),
    ],
)
def test_words_say_what_they_say(said: str, kind: str, wording: Wording) -> None:
    found = date_pattern().search(f"it was {said} when")
    assert found is not None
    assert (found.group(), found.lastgroup) == (said, kind)
    assert read_wording(kind, said) == wording
