import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.text.sentences import find_paragraphs, find_sentences
from attrib.text.tokens import Tokens, tokenize

ABBREVIATIONS = frozenset(
    "mr mrs dr gen gov sen rep st jr inc corp co no nov dec etc tex approx".split()
)
PIECES = """
    The He said port left Mr. Gen. U.S. a.m. J. I No. 5 2014 3.5 . ! ? … ... : , ; ) (
    " “ ” ' ’ « » `` '' - — -- • * \u0000 \ud800 שלום \u200b
"""
BREAKS = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\u2029",
    "\x85",
    "\n    ",
    " \n \n",
    "\x0c",
)
texts = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from([*PIECES.split(), *BREAKS, " ", " ", " ", "\u00a0"]), max_size=25
).map("".join)

WRAPPED = """\
The harbour authority said on Monday
that the northern basin would open to
traffic before the end of the week, as
the divers had found nothing there.
"""
"""A paragraph broken at a width of 40 characters."""

DASHED = """\
The harbour authority said on Monday that
the northern basin - closed since January
- would open to traffic this week, as the
divers had found nothing in the channel.
"""

Ranges = list[tuple[int, int]]


def split(text: str) -> tuple[Tokens, Ranges, Ranges]:
    tokens = tokenize(text)
    paragraphs = find_paragraphs(text, tokens)
    return (
        tokens,
        paragraphs,
        find_sentences(tokens, paragraphs, abbreviations=ABBREVIATIONS),
    )


def show(text: str, tokens: Tokens, ranges: Ranges) -> str:
    """Return the text with a bar before each range but the first."""
    for first, _ in reversed(ranges[1:]):
        start = tokens.starts[first]
        text = f"{text[:start]}|{text[start:]}"
    return text


@given(texts)
@example("\n\n a")
@example(" . . . a. . .")
@example("U.S. U.S.")
def test_sentences_partition_paragraphs_and_paragraphs_the_tokens(text: str) -> None:
    tokens, paragraphs, sentences = split(text)
    for ranges in (paragraphs, sentences):
        assert [first for first, _ in ranges] == (
            [0, *(last for _, last in ranges[:-1])] if ranges else []
        )
        assert all(first < last for first, last in ranges)
        assert not len(tokens) or ranges[-1][1] == len(tokens)
    ends = {last for _, last in sentences}
    assert all(last in ends for _, last in paragraphs)


@given(texts | st.just(WRAPPED * 2))
@example("\na\nb\nc")
@example("    a\n    b")
def test_a_paragraph_before_shifts_ranges_and_changes_nothing_else(text: str) -> None:
    _, paragraphs, sentences = split(text)
    _, more_paragraphs, more_sentences = split("The port is open.\n\n" + text)
    for more, ranges in ((more_paragraphs, paragraphs), (more_sentences, sentences)):
        assert more == [(0, 5), *((first + 5, last + 5) for first, last in ranges)]


SENTENCES = {
    "symbol of a share in brackets": "Acme <AC.A> fell. |It rose.",
    "full stops": "It rained. |He left. |The port closed.",
    "question and exclamation": "Did it rain? |It did! |He left.",
    "initial": "J. Lind left. |He slept.",
    "two initials": "He met J. A. Lind there.",
    "initial of a middle name": "Ada B. Lind left.",
    "initials and a name": "He met J.K. Lind in May.",
    "title": "Gen. Lind left. |Mr. Berg stayed.",
    "title before a surname that is a word": "He met Mr. An and Mr. So there.",
    "title in brackets": "He met Sen. Lind (R-Tex.) on Monday.",
    "title after a hyphen": "The bill of then-Sen. Lind failed.",
    "saint": "He was in St. Ives. |She was not.",
    "initialism that ends a sentence": "It was made in the U.S. |The bill failed.",
    "initialism before a name": "The U.S. Senate met. |It rose.",
    "initialism before a title": "He met U.S. Sen. Lind.",
    "initialism before an initial": "He met U.S. A. Lind there.",
    "initialism before a quotation": "He left the U.S. |“We go,” he said.",
    "initialism at the beginning": "U.S. The Beautiful is a film.",
    "company at the end": "He left Acme Inc. |The firm closed.",
    "company before a name": "He left Acme Inc. Lind stayed.",
    "hour at the end": "It began at 9 a.m. |Police came.",
    "hour and day": "It began at 9 a.m. Monday in Kyiv.",
    "hour and zone": "It began at 9 a.m. EST and ended.",
    "hour and place": "It began at 9 p.m. Kyiv time there.",
    "hour and small letter": "It began at 9 a.m. on Monday.",
    "month": "It began on Nov. 5 in Kyiv.",
    "month at the end": "It began in Nov. |The rain fell.",
    "number": "It fell by 3.5 points. |It rose by .5 points.",
    "number at the end": "It was 2014. |Rain fell.",
    "number of a list": "2. The bridge is closed.",
    "numero": "He was No. 5 in the list.",
    "the answer no": "He said no. |Lind agreed.",
    "pronoun at the end": "So did I. |We left.",
    "pronoun before a name": "So did I. Lind, my aunt, left.",
    "ellipsis": "He waited... |Then he left.",
    "ellipsis in one mark": "He waited… |Then he left.",
    "ellipsis goes on": "He waited ... and left.",
    "ellipsis before the pronoun": "We may ... I do not know.",
    "ellipsis at the beginning": "... And he left.",
    "ellipsis in brackets": "He left [...] on Monday.",
    "spaced ellipsis": "He waited . . . and left.",
    "several marks": "He left?! |She stayed.",
    "name with a mark": "Acme! said it would close.",
    "name with a mark and a comma": "He left Acme!, his firm.",
    "quoted question goes on": "“Is it?” he asked.",
    "straight quoted question goes on": '"Is it?" he asked. |She left.',
    "quoted sentence goes on": '"We go." he said.',
    "quotation ends the sentence": '"We go." |She left.',
    "quotation in the next sentence": 'He left. |"We go," she said.',
    "closing marks": "(He left.) |“She stayed.” |‘It rained.’ |He slept.",
    "low marks": "„Wir gehen.“ |Er ging.",
    "turned angle marks": "»Wir gehen.« |Er ging.",
    "spaced angle marks": "« Nous allons. » |Il partit.",
    "marks of wire services": "``We go.'' |He left.",
    "question and dash": "“Is it?” — he asked.",
    "question and another sentence": "Is it true? |— No, he said.",
    "quotation and dash": "The tax “will be good!”—so he says.",
    "missing space": "He left.|They stayed.",
    "missing space after a year": "It was 2014.|They stayed.",
    "missing space before the pronoun": "They stayed.|I left.",
    "missing space before a quotation": "He left.|“We go,” he said.",
    "missing space after a quotation": "“We go.”|They stayed.",
    "missing space after a title": "He met Mr.Lind there.",
    "missing space before straight marks": 'He left.|"We go," she said.',
    "missing space behind straight marks": 'She said "we go."|He left.',
    "no space and no sentence": "The ASP.NET page and St.John and v.2.B stayed.",
    "address on the web": "See example.org/a?Id=5 for more.",
    "initials without the last stop": "The U.S Senate met.",
    "authors before their year": "Lind et al. (2019) left. |So did Vey et al. |He sat.",
    "tokenised": "He left . |She stayed . |Did it rain ? |It did .",
    "tokenised wire marks": "`` We go . '' |He left . |`` They stay . ''",
    "tokenised straight marks": '" We go . " |He left . |" They stay . "',
    "tokenised abbreviation": "Mr. Lind left . |He slept .",
    "tokenised initial": "J. Lind left . |He slept .",
    "tokenised brackets": "( He left . ) |She stayed .",
    "name in small letters": "He met the officials. |russia denied it.",
    "abbreviation before a small letter": "It took approx. five days. |It ended.",
    "small letters after a short word": "He met the Corp. and left.",
    "no stop": "Port closed after storm",
    "stops only": "...",
    "colon and semicolon": "He said: it rained; she left.",
}


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
def test_sentences_begin_at_the_bars(marked: str) -> None:
    text = marked.replace("|", "")
    tokens, _, sentences = split(text)
    assert show(text, tokens, sentences) == marked


def test_without_abbreviations_only_initials_keep_their_stop() -> None:
    text = "Gen. Lind met J. Berg."
    tokens = tokenize(text)
    found = find_sentences(tokens, [(0, len(tokens))])
    assert show(text, tokens, found) == "Gen. |Lind met J. Berg."


def test_a_headline_without_a_stop_is_a_sentence_of_its_own() -> None:
    text = "Port closed after storm\n\nThe port is closed."
    tokens, _, sentences = split(text)
    assert show(text, tokens, sentences) == text.replace("The port", "|The port")


def test_an_empty_text_has_neither_paragraphs_nor_sentences() -> None:
    assert split(" \n\n ")[1:] == ([], [])


PARAGRAPHS = {
    "blank line": "It rained.\n\n|He left.",
    "blank line with spaces": "It rained.\n \u00a0\t\n|He left.",
    "single line breaks": "It rained.\n|He left.\n|She stayed.",
    "carriage return and line feed": "It rained.\r\n|He left.\r\n\r\n|She stayed.",
    "carriage return": "It rained.\r|He left.",
    "line separator": "It rained.\u2028|He left.",
    "paragraph separator": "It rained.\u2029|He left.",
    "next line": "It rained.\x85|He left.",
    "indented lines": "    It rained.\n    |He left.",
    "space before the break": "It rained. \u00a0\n|He left.",
    "white space around": "\n\n It rained. \n\n",
    "list": "Closed:\n|- the port\n|- the bridge\n|• the road",
    "headlines": "Port closed after a storm\n|Ada Lind named as envoy\n|Road reopened\n"
    "|Rain expected until Monday\n|Berg denies the claims",
    "wrapped": WRAPPED,
    "wrapped, blank line": f"{WRAPPED}\n|{WRAPPED}",
    "wrapped, windows": WRAPPED.replace("\n", "\r\n"),
    "wrapped, indented paragraphs": f"    {WRAPPED}    |{WRAPPED}    |{WRAPPED}",
    "wrapped, first line flush": f"{WRAPPED}    |{WRAPPED}",
    "wrapped, indented by a non-breaking space": f"{WRAPPED}\u00a0\u00a0|{WRAPPED}",
    "wrapped, all lines indented": "    " + WRAPPED.replace("\n", "\n    ").rstrip(),
    "wrapped, all indented, paragraphs more so": "    "
    + WRAPPED.replace("\n", "\n    ")
    + f"    |{WRAPPED}".replace("\n", "\n    ").rstrip(),
    "wrapped, short last line": f"{WRAPPED}It rained.\n|{WRAPPED}",
    "wrapped, short line that ends in initials": f"The lock of J.P.\n{WRAPPED}",
    "wrapped, headline in capitals": f"PORT REOPENS\n|{WRAPPED}",
    "wrapped, bullets": f"{WRAPPED}* |{WRAPPED}".replace("* |", "|* "),
    "wrapped, dashes as bullets": f"{WRAPPED}|- {WRAPPED}",
    "wrapped, dash that is no bullet": DASHED,
    "wrapped, in capitals": WRAPPED.upper(),
    "wrapped, paragraph separator": f"{WRAPPED.rstrip()}\u2029|{WRAPPED}",
    "long lines are not wrapped": "|".join([WRAPPED.replace("\n", " ") + "\n"] * 4),
}


@pytest.mark.parametrize("marked", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs_begin_at_the_bars(marked: str) -> None:
    text = marked.replace("|", "")
    tokens, paragraphs, _ = split(text)
    assert show(text, tokens, paragraphs) == marked


UNITS = (
    " ",
    "\n",
    "a\n",
    "a \n ",
    "\r",
    "\r\na",
    "\u2028",
    "\n- a",
    "a b\u00a0",
    "a\n\n",
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_million_characters_of_white_space_are_read_in_time(unit: str) -> None:
    text = "a" + unit * (1_000_000 // len(unit)) + "a"
    tokens = tokenize(text)
    paragraphs = find_paragraphs(text, tokens)
    assert paragraphs[0][0] == 0
    assert paragraphs[-1][1] == len(tokens)


@pytest.mark.parametrize(
    "text",
    [
        "The town has closed the northern pier, according to\nRadio Norr of Sarn.",
        '"The northern pier is closed for the summer,"\nAda Lind said on Monday.',
        "Boats, nets, oars and the old lamps of the quay,\nBerg said, were sold.",
    ],
)
def test_a_line_that_cannot_end_a_sentence_goes_on(text: str) -> None:
    assert len(find_paragraphs(text, tokenize(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ada,\nThe pier is closed.",
        "Pier is closed, Ada Lind says\nThe town has closed the northern pier.",
        "They sold, on the quay, the boats, the nets and the\n• oars",
    ],
)
def test_other_lines_stand_alone(text: str) -> None:
    assert len(find_paragraphs(text, tokenize(text))) == 2
