import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.text.tokens import Tokens, tokenize

LIGATURES = {
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb00": "ff",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
INVISIBLE = "\u00ad\u200b\u200d\u200f\u202e\u2060\ufeff"
PIECES = """
    The U.S. a.m. Ph.D J. e.g. said.They mayor's MAYOR'S don't O'Hara 'em ’90s '' `` ```
    -- --- - ... . .. … 1,000 3.5 6'3" example.org so-called R-N.Y. “ ” " ' ‘ « »
    Ø e\u0301 שלום مرحبا Київ 東京 🙂 İ ß _ \u0000 \ud800 \udfff
"""
texts = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from([*PIECES.split(), *INVISIBLE, " ", "\n", "\u00a0", "\u2028"]),
    max_size=20,
).map("".join)


def spans(tokens: Tokens) -> list[tuple[int, int]]:
    return list(zip(tokens.starts, tokens.ends, strict=True))


@given(texts)
@example("\ufeff“We")
@example("a\u200b")
@example("12,34.5.6")
def test_each_character_but_white_space_lies_in_exactly_one_token(text: str) -> None:
    covered = "".join(text[start:end] for start, end in spans(tokenize(text)))
    assert covered == "".join(text.split())


@given(texts)
def test_tokens_stand_in_order_inside_the_text_and_none_is_empty(text: str) -> None:
    place = 0
    tokens = tokenize(text)
    for (start, end), form in zip(spans(tokens), tokens.forms, strict=True):
        assert place <= start < end <= len(text)
        assert form
        place = end


@given(texts)
def test_only_invisible_characters_are_missing_from_a_form(text: str) -> None:
    tokens = tokenize(text)
    for (start, end), form in zip(spans(tokens), tokens.forms, strict=True):
        written = text[start:end]
        for ligature, letters in LIGATURES.items():
            written = written.replace(ligature, letters)
        kept = [char for char in written if char not in INVISIBLE]
        assert form == written or not set(written).isdisjoint(INVISIBLE)
        assert [char for char in form if char not in INVISIBLE] == kept


@given(texts)
def test_a_paragraph_before_shifts_tokens_and_changes_nothing_else(text: str) -> None:
    prefix = "The port is open.\n\n"
    alone, prefixed = tokenize(text), tokenize(prefix + text)
    assert prefixed.forms[5:] == alone.forms
    assert prefixed.starts[5:] == [start + len(prefix) for start in alone.starts]
    assert prefixed.ends[5:] == [end + len(prefix) for end in alone.ends]


WORDS = {
    "possessive": "the|mayor|'s|aide",
    "curly possessive": "the|mayor|’s|aide",
    "possessive in capitals": "THE|MAYOR|'S|AIDE",
    "possessive after initials": "the|U.S.|'s|aide",
    "possessive of a plural": "the|miners|'|union",
    "shortened auxiliary": "we|'ll|see|what|they|'ve|done",
    "negation": "she|didn't|and|he|can’t",
    "name with an apostrophe": "O'Hara|and|d’Arcy",
    "initials": "The|U.S.|envoy|left|at|9|a.m.|sharp",
    "initials without the last stop": "the|U.S|Senate",
    "initials before a name": "J.K.|Lind|wrote",
    "initials of a party and a state": "(|R-N.Y.|)",
    "initials in a compound": "a|U.S.-led|force",
    "degree": "a|Ph.D.|in|law",
    "one initial": "J|.|Lind",
    "number with a comma": "1,000|tons",
    "number with a point": "3.5|per|cent",
    "number at the end": "in|2014|.",
    "number and a list": "1|,|2|,|3",
    "address on the web": "see|example.org|,|now",
    "compound": "the|so-called|vote",
    "dash between words": "war|—|peace|--|or|not",
    "ellipsis": "wait|...|what|…",
    "marks of wire services": "``|Go|,|''|he|said",
    "a mark within a mark": "''|We|say|'|go|'|''|he|said",
    "fence around code": "```|code|```",
    "missing space": "it|rained|.|Then|not",
    "accents apart from their letters": "Ange\u0301lique|nai\u0308ve",
    "Cyrillic": "Київ|,|Львів",
    "Hebrew with points": "שָׁלוֹם|!",
    "emoji": "gone|🙂|!",
    "height": "6'3|\"|tall",
}


@pytest.mark.parametrize("expected", WORDS.values(), ids=WORDS)
def test_words_and_marks_are_told_apart(expected: str) -> None:
    forms = expected.split("|")
    text = " ".join(forms)
    for glued in (",", ".", "!", "'s", "’s", "'S", "'", "’ve", "'ve", "'ll", ")", '"'):
        text = text.replace(f" {glued}", glued)
    text = text.replace("( ", "(").replace("`` ", "``").replace(" ''", "''")
    assert tokenize(text.replace("rained. Then", "rained.Then")).forms == forms


@pytest.mark.parametrize("char", INVISIBLE, ids=lambda char: f"U+{ord(char):04X}")
def test_an_invisible_character_is_in_the_span_of_a_word_but_not_in_its_form(
    char: str,
) -> None:
    tokens = tokenize(f"the min{char}ister")
    assert tokens.forms == ["the", "minister"]
    assert spans(tokens)[1] == (4, 13)


def test_a_token_of_invisible_characters_alone_keeps_its_form() -> None:
    assert tokenize("a \u200b b").forms == ["a", "\u200b", "b"]


def test_invisible_characters_belong_to_the_mark_that_they_cling_to() -> None:
    tokens = tokenize("a,\u200b\u200b b")
    assert tokens.forms == ["a", ",", "b"]
    assert spans(tokens)[1] == (1, 4)


def test_letters_that_print_sets_as_one_are_letters() -> None:
    tokens = tokenize("two o\ufb03cials \ufb01led it")
    assert tokens.forms == ["two", "officials", "filed", "it"]
    assert spans(tokens)[1] == (4, 11)


def test_lone_surrogates_and_nul_are_tokens() -> None:
    assert tokenize("a \ud800 \x00").forms == ["a", "\ud800", "\x00"]


UNITS = (
    "a",
    "a.",
    "a'",
    "'",
    "1,",
    "a-",
    ".",
    "-",
    "`",
    "\u200b",
    "U.S.",
    "Ph.D",
    "\ud800",
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_million_characters_without_a_space_are_read_in_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    tokens = tokenize(text)
    assert tokens.starts[0] == 0
    assert tokens.ends[-1] == len(text)
    assert tokens.starts[1:] == tokens.ends[:-1]
