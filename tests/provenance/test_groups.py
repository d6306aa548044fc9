"""Groups: places joined by links while their members agree."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.groups import join


@attrs.frozen
class Link:
    first: int
    second: int


LINKS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(
        lambda pair: pair[0] != pair[1]
    )
)


@given(LINKS)
def test_every_place_is_in_one_group(pairs: list[tuple[int, int]]) -> None:
    groups = join(10, [Link(*pair) for pair in pairs], lambda *_: True)
    assert sorted(place for group in groups for place in group.places) == list(
        range(10)
    )
    assert all(len(group.links) == len(group.places) - 1 for group in groups)


@given(LINKS)
def test_links_that_nobody_agrees_to_join_pairs_only(
    pairs: list[tuple[int, int]],
) -> None:
    groups = join(10, [Link(*pair) for pair in pairs], lambda *_: False)
    assert max(len(group.places) for group in groups) <= 2


def test_members_of_both_groups_are_asked() -> None:
    asked = []

    def agree(ours: object, theirs: object, link: Link) -> bool:
        asked.append((ours, theirs, link))
        return True

    join(3, [Link(0, 1), Link(1, 2)], agree)
    assert asked == [([0, 1], [2], Link(1, 2))]
