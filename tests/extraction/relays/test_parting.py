"""One account ends where somebody else's begins beside it."""

import pytest

import attrib


def told(text: str) -> list[str]:
    """Return the chains of a text, each on a line."""
    return [str(chain) for chain in attrib.parse(text).chains()]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that it rained, but on Monday the bishop said that it was dry.",
        "The mayor said that it rained, and the bishop said that it was dry.",
        "The mayor said that it rained but the bishop said that it was dry.",
        "The mayor said that it rained, hours after the bishop said that it was dry.",
        "After the mayor said that it rained, the bishop said that it was dry.",
        "While the mayor said that it rained, the bishop said that it was dry.",
        "The mayor said that it rained while the bishop said that it was dry.",
    ],
)
def test_accounts_beside_each_other_are_not_nested(text: str) -> None:
    assert told(text) == [
        'mayor: "that it rained"',
        'bishop: "that it was dry"',
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor said that the bishop said that it rained.", ["mayor", "bishop"]),
        (
            "The mayor said it rained after the bishop said that it was dry.",
            ["mayor", "bishop"],
        ),
    ],
)
def test_an_account_inside_another_stays_there(text: str, names: list[str]) -> None:
    chain = attrib.parse(text).chains()[-1]
    assert [link.name for link in chain.links] == names


def test_a_while_that_tells_when_parts_nothing() -> None:
    (chain,) = attrib.parse("The mayor said he saw it while he left.").chains()
    assert chain.content.text == "he saw it while he left"


def test_an_announced_account_does_not_end_with_its_first_clause() -> None:
    text = "As Reuters reported earlier, on Monday, the mayor said that it rained."
    assert told(text) == ['Reuters ← mayor: "that it rained"']


def test_a_verb_that_shares_its_source_tells_something_of_its_own() -> None:
    text = "The mayor said that it rained and added that the road was shut."
    assert told(text) == [
        'mayor: "that it rained"',
        'mayor: "that the road was shut"',
    ]


def test_what_somebody_is_told_to_do_is_one_content() -> None:
    (chain,) = attrib.parse("The mayor told them to stay and say nothing.").chains()
    assert chain.content.text.endswith("say nothing")


def test_though_it_concedes_only_the_clause_before_is_somebodys() -> None:
    text = "While that was a bluff, according to Berg, it could rain, Ada Lind said."
    (inner,) = (each for each in told(text) if "Berg" in each)
    assert inner.endswith('Berg: "While that was a bluff"')


def test_accounts_before_and_behind_a_semicolon_are_two() -> None:
    text = "It rained, police said; the dam is full, according to the mayor."
    assert told(text) == ['police: "It rained"', 'mayor: "the dam is full"']


def test_a_semicolon_parts_no_account_that_has_no_cue_before_it() -> None:
    text = "It rained; the dam is full, the mayor said."
    assert told(text) == ['mayor: "It rained; the dam is full"']


def test_what_an_outlet_reported_beside_it_is_no_part_of_a_content() -> None:
    text = "The mayor said that it rained and Reuters reported that it was dry."
    assert told(text) == ['mayor: "that it rained"', 'Reuters: "that it was dry"']


def test_an_account_behind_a_cue_is_no_rest_of_what_stands_before_it() -> None:
    text = "It was vague, officials said, and they declined to say whether it rained."
    assert told(text)[0] == 'officials: "It was vague"'


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            'Calling it a disgrace the mayor said that "we must leave."',
            ['mayor: "it a disgrace"', 'mayor: that "we must leave."'],
        ),
        (
            "Recommending that members vote against a plan, the letter said it rained.",
            [
                'letter: "that members vote against a plan"',
                'letter: "it rained"',
            ],
        ),
    ],
)
def test_a_participle_that_opens_a_sentence_passes_nothing_on(
    text: str, chains: list[str]
) -> None:
    assert told(text) == chains
