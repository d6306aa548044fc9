from array import array

from hypothesis import given
from hypothesis import strategies as st

from attrib.provenance.copies import find_copies
from attrib.provenance.shingles import Profile

_SPREAD = 2_654_435_761


def profile(*places: int) -> Profile:
    numbers = array("I", [place * _SPREAD % (1 << 32) for place in places])
    return Profile(numbers, len(numbers))


documents = st.lists(
    st.lists(st.integers(0, 60), unique=True, max_size=40).map(lambda p: profile(*p)),
    max_size=10,
)


@given(documents)
def test_every_document_is_in_one_group(found: list[Profile]) -> None:
    groups = find_copies(found)
    places = [place for group in groups for place in group.places]
    assert sorted(places) == list(range(len(found)))


@given(documents)
def test_a_group_has_a_link_for_each_place_after_the_first(
    found: list[Profile],
) -> None:
    for group in find_copies(found):
        assert len(group.links) == len(group.places) - 1
        assert all(
            {link.first, link.second} <= set(group.places) for link in group.links
        )


@given(documents)
def test_groups_and_places_stand_in_order(found: list[Profile]) -> None:
    groups = find_copies(found)
    firsts = [group.places[0] for group in groups]
    assert firsts == sorted(firsts)
    assert all(list(group.places) == sorted(group.places) for group in groups)


def test_links_do_not_chain_strangers_into_one_group() -> None:
    chain = [profile(*range(start, start + 40)) for start in range(0, 100, 18)]
    assert all(len(group.places) <= 2 for group in find_copies(chain))


def test_a_shortened_copy_keeps_the_opening() -> None:
    whole = profile(*range(100))
    assert len(find_copies([whole, profile(*range(25))])) == 1
    assert len(find_copies([whole, profile(*range(60, 85))])) == 2
