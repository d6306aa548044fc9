"""Headlines: who says it stands beside a colon, or behind a verb that may be a noun."""

import pytest

import attrib
from marking import mark


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:Ship sold for nothing]: [S:Lind]",
        "[T:Bridge closed after blast]: [S:police]",
        "[T:Norway to send boats to Sarn]: [S:reports]",
        "[T:Two held over theft of boats]: [S:army]",
        "[S:Lind]: [T:The dam will hold]",
        "[S:Norway]: [T:The plan to sell boats would be a mistake]",
        "[S:Minister]: [T:harbour to close]",
        "[S:Police]: [T:two dead in harbour fire]",
        "[S:Lind] on the mutiny: [T:‘We made it clear’]",
        "[S:Lind] on Berg, head of the port: [T:'They are thugs']",
        "[T:Lind was beaten in the vote], claims [S:party leader]",
        "[T:Lind 'to quit'], claims [S:aide]",
        "[T:The dam is safe], reports [S:paper]\n\nIt rained all night in Sarn.",
    ],
)
def test_a_headline_names_who_says_it(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert (found.mention, found.content) == (marked["S"], marked["T"])


@pytest.mark.parametrize(
    "text",
    [
        "Jon Berg: the warlord who built a dam",
        "Ada Lind: the vicious thug leading the rebels",
        "The Sarn Post's view on the dam: the town has paid",
        "Harbour mutiny: how the town reacted",
        "Harbour war: live updates",
        "The battle for the dam: a timeline",
        "The guard behind the theft: Ada Lind",
        "She bought one thing: bread",
        "Film on the thieves of Sarn: 'Cold Water'",
        "Lind faces lawsuits, claims and fines",
        "She was paid for the dam, claims and a boat",
    ],
)
def test_what_a_headline_is_about_says_nothing(text: str) -> None:
    assert not attrib.parse(text).attributions


def test_a_verb_in_a_headline_does_not_take_who_says_it() -> None:
    found = attrib.parse("Dam shows 'real cracks' in firm's power: Berg").attributions
    assert all("Berg" not in each.content.text for each in found)
    assert found[-1].mention is not None
    assert found[-1].mention.text == "Berg"
