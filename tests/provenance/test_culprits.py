"""Tests of culprits: who did it by a claim, and who by what else is told."""

import pytest

from attrib.provenance.culprits import find_culprits
from attrib.provenance.weighing import weigh
from attrib.provenance.wording import read_wording


def culprits(claim: str, said: str) -> str:
    wording = read_wording(claim)
    return str(find_culprits(wording, read_wording(said), weigh(wording, [set()])))


@pytest.mark.parametrize(
    "said",
    [
        "Chile sank the ferry off Gull Point",
        "Chilean divers blew up the ferry off Gull Point",
        "The ferry off Gull Point was sunk by Chile",
        "The ferry off Gull Point was hit by a torpedo fired by Chile",
        "Chile was behind the loss of the ferry off Gull Point",
        "It was the navy of Peru, and Chile sank the ferry off Gull Point",
    ],
)
def test_another_who_did_the_same_harm_is_another_culprit(said: str) -> None:
    found = culprits("Norway sank the ferry off Gull Point", said)
    assert found.startswith('name: "Norway" against "Chil')


@pytest.mark.parametrize(
    "said",
    [
        "Norway sank the ferry of Chile off Gull Point",
        "Chile said that it sank the ferry off Gull Point",
        "The ferry off Gull Point was sunk near Chile",
        "The ferry from Chile sank off Gull Point",
        "The ferry off Gull Point was sunk by a storm",
        "Chile did not sink the ferry off Gull Point",
        "Chile had no part in the sinking of the ferry off Gull Point",
        "Chile sank a barge in the river",
        "",
    ],
)
def test_who_is_named_elsewhere_is_no_culprit(said: str) -> None:
    assert culprits("Norway sank the ferry off Gull Point", said) == "None"


def test_a_name_of_two_words_is_told_in_full() -> None:
    found = culprits("North Korea hacked Gale Bank", "China hacked Gale Bank")
    assert found == 'name: "North Korea" against "China"'


def test_what_several_may_do_has_no_culprit() -> None:
    claim = "Norway will send ferries to Gull Point"
    assert culprits(claim, "Chile will send ferries to Gull Point") == "None"


def test_an_accusation_is_no_deed_of_who_is_accused() -> None:
    claim = "Norway accuses Chile of sinking the ferry"
    assert culprits(claim, "Chile sank the ferry") == "None"


def test_a_claim_without_a_name_has_no_culprit() -> None:
    assert culprits("A storm sank the ferry", "Chile sank the ferry") == "None"
