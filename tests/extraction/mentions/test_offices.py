"""Whether a description may be of somebody who holds an office."""

import pytest

from attrib.extraction.mentions.offices import marks_of
from attrib.lexicon.loading import load_lexicon


@pytest.mark.parametrize(
    ("description", "office", "may_be"),
    [
        ("Norwegian president", "President of Norway", True),
        ("Norwegian president", "president", True),
        ("president", "Norwegian President", True),
        ("Norwegian president", "President of Sweden", False),
        ("defence minister", "Norwegian Minister of Defense", True),
        ("foreign minister", "Defence Minister", False),
        ("defence minister", "Deputy Defence Minister", False),
        ("minister", "Deputy Defence Minister", True),
        ("prime minister", "finance minister", False),
        ("U.S. secretary of state", "United States Secretary of State", True),
        ("Saudi minister", "minister of the United Arab Emirates", False),
    ],
)
def test_an_office_of_another_country_or_field_is_somebody_elses(
    description: str, office: str, may_be: bool
) -> None:
    lexicon = load_lexicon("en")
    marks = marks_of(lexicon, description)
    assert marks.may_be(marks_of(lexicon, office)) is may_be
