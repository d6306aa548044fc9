import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.text.headers import find_header

PIECES = (
    *"date Date: Published Updated: By by Ada Lind and, | - 3 May 2024 2023-11".split(),
    *"14:05 GMT Monday, AFP The in The harbour reopened . \u0000 \ud800 • “".split(),
)
texts = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from([*PIECES, "\n", *([" "] * 10)]), max_size=25
).map("".join)


@given(texts)
@example("By Ada Lind |")
@example("date 2023-11")
def test_a_header_stands_at_the_very_beginning_without_white_space_around(
    text: str,
) -> None:
    header = find_header(text)
    if header is not None:
        said = header.span.of(text)
        assert header.span.end <= len(text)
        assert said == said.strip()
        assert text[: header.span.start].strip() == ""
        assert header.reason


@given(texts, st.sampled_from(["", "\n", " ", "\r\n\t"]))
def test_white_space_before_shifts_the_header_and_changes_nothing_else(
    text: str, before: str
) -> None:
    alone, later = find_header(text), find_header(before + text)
    if alone is None:
        assert later is None
    else:
        assert later is not None
        assert later.span == alone.span.shift(len(before))
        assert later.reason == alone.reason


@given(texts)
def test_what_follows_a_line_of_prose_is_no_header(text: str) -> None:
    assert find_header("The harbour reopened.\n" + text) is None


LABEL, LINE, BYLINE = (
    "a date with its label",
    "a date on a line of its own",
    "a byline",
)
HEADERS = {
    "month before prose": ("[date 2023-11] The leaders met.", LABEL),
    "day on a line": ("[Date: 28 November 2023]\nThe leaders met.", LABEL),
    "day before prose": ("[Published 3 May 2024] The port reopened.", LABEL),
    "day before a quotation": ("[Updated 3 May 2024] “We go,” he said.", LABEL),
    "colon before small letters": ("[date: 2023-11] russia denied it.", LABEL),
    "weekday": ("[Posted on Friday, May 3rd, 2024]\nThe port reopened.", LABEL),
    "no year": ("[Published: May 3]\nThe port reopened.", LABEL),
    "time and zone": ("[UPDATED 3 May 2024 14:05 GMT]\nThe port reopened.", LABEL),
    "time before prose": ("[UPDATED 3 May 2024 14:05 GMT] The port reopened.", LABEL),
    "time of twelve hours": (
        "[Posted on May 3, 2024 at 2:05 p.m. ET] The port.",
        LABEL,
    ),
    "time first": ("[Published: 14:05 GMT, 3 May 2024]\nThe port reopened.", LABEL),
    "instant": ("[Published 2024-05-03T14:05:00+02:00]\nThe port reopened.", LABEL),
    "numbers": ("[Date: 03/05/2024]\nThe port reopened.", LABEL),
    "two labels": (
        "[Published 3 May 2024, updated 4 May 2024]\nThe port reopened.",
        LABEL,
    ),
    "before a dateline": ("[Updated 3 May 2024] KYIV (Wire) - The port.", LABEL),
    "bare day": ("[Friday, January 5, 2024]\u00a0\n\nThe port reopened.", LINE),
    "bare instant": ("[2024-05-03T14:05:00Z]\nThe port reopened.", LINE),
    "windows line": ("[3 May 2024]\r\nThe port reopened.", LINE),
    "nothing after it": ("[3 May 2024]", LINE),
    "name": ("[By Ada Lind]\n\nThe port reopened.", BYLINE),
    "names": ("[By Ada Lind, Jon Berg and Eva Roos]\nThe port reopened.", BYLINE),
    "name in capitals": ("[BY ADA LIND]\nThe port reopened.", BYLINE),
    "name and outlet": ("[By J. R. O'Hara-Lind, Baltic Wire]\nThe port.", BYLINE),
    "name and place": ("[By Ada Lind in Kyiv]\nThe port reopened.", BYLINE),
    "agency": ("[By BNS]\nThe port reopened.", BYLINE),
    "agency by name": ("[By the Baltic Wire]\nThe port reopened.", BYLINE),
    "accents": ("[By Éva Šimková]\nThe port reopened.", BYLINE),
    "byline and day": (
        "[By Ada Lind | Updated 3 May 2024]\nThe port reopened.",
        f"{BYLINE}, {LABEL}",
    ),
    "byline and bare day": (
        "[By Ada Lind\n3 May 2024]\n\nThe port reopened.",
        f"{BYLINE}, {LINE}",
    ),
    "byline beside a day": (
        "[By Ada Lind Published 3 May 2024] The port reopened.",
        f"{BYLINE}, {LABEL}",
    ),
    "separator before prose": ("[Published 3 May 2024] | The port reopened.", LABEL),
    "byline before prose stays": (
        "[Published 3 May 2024]\nBy Ada Lind the port is called Old.",
        LABEL,
    ),
}


@pytest.mark.parametrize(("marked", "reason"), HEADERS.values(), ids=HEADERS)
def test_dates_and_bylines_before_the_prose_are_a_header(
    marked: str, reason: str
) -> None:
    text = marked.replace("[", "").replace("]", "")
    header = find_header(text)
    assert header is not None
    start, end = header.span.start, header.span.end
    assert f"{text[:start]}[{text[start:end]}]{text[end:]}" == marked
    assert header.reason == reason


PROSE = {
    "word date": "Date palms are tall.",
    "word date and a number": "Date 2023 was the warmest.",
    "date as a subject": "Date 2023-11 was chosen for the vote.",
    "noon": "By noon the port had closed.",
    "noon as a heading": "By Noon\n\nThe port had closed.",
    "weekday": "By Monday Ada Lind\nhad left.",
    "heading": "By Land and Sea\n\nThe port is busy.",
    "heading of a journey": "By Train Through Estonia\n\nThe line is new.",
    "wrapped prose": "By British Standards\nthe port is small.",
    "name in prose": "By Ada Lind the port is called Old.",
    "published reports": "Published reports say the port reopened.",
    "published in": "Published in 2023, the report names him.",
    "updated with a comma": "Updated 3 May 2024, the guidance names him.",
    "published by": "Published 3 May 2024 by Baltic Press, the book names him.",
    "dated": "Dated 3 May 2024, the letter names him.",
    "released": "Released 3 May 2024 Album Tops Charts",
    "updated guidance": "Updated guidance names the port.",
    "day in prose": "3 May 2024 was a Friday.",
    "on a day": "On 3 May 2024 the port reopened.",
    "month and verb": "May 2024 will be warm.",
    "dateline": "KYIV, May 3 (Wire) - The port reopened.",
    "dateline of a day": "May 3 (Wire) - The port reopened.",
    "dateline of a day with its year": "3 May 2024 - The port reopened.",
    "headline": "Port Reopens\nBy Ada Lind\n\nThe port reopened.",
    "no day": "Date: unknown\nThe port reopened.",
    "more digits": "Date: 2023-11-281\nThe port reopened.",
    "small letters": "By ada lind\nThe port reopened.",
    "label alone": "Published",
    "nothing": "",
    "white space": " \n ",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_headlines_and_datelines_are_no_header(text: str) -> None:
    assert find_header(text) is None


UNITS = (
    "By Ada Lind\n",
    "By A",
    "A ",
    "3 May 2024 | ",
    "date ",
    "\n",
    " ",
    "1",
    "By ",
    "-",
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_of_a_long_text_only_the_beginning_is_read(unit: str) -> None:
    header = find_header(unit * (1_000_000 // len(unit)))
    assert header is None or header.span.end < 200
