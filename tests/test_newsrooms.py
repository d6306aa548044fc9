"""Tests of the made-up press."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.newsrooms import make_newsroom


@given(st.integers(), st.integers(1, 20), st.floats(0, 1))
def test_a_seed_gives_the_same_press_on_every_run(
    seed: int, outlet_count: int, echo_rate: float
) -> None:
    first = make_newsroom(seed, outlet_count=outlet_count, echo_rate=echo_rate)
    assert first == make_newsroom(seed, outlet_count=outlet_count, echo_rate=echo_rate)
    assert len(first.reports) == outlet_count


def test_when_all_is_echo_one_outlet_alone_has_it_from_somebody() -> None:
    room = make_newsroom(1, echo_rate=1.0, silent_rate=0.0)
    named = [name for name in room.cited.values() if name not in room.cited]
    assert len(named) == 1
    assert room.origins == set(named)


def test_the_members_of_a_circle_cite_the_next() -> None:
    room = make_newsroom(1, circle_count=3)
    following = [room.cited[name] for name in room.circle]
    assert following == [*room.circle[1:], room.circle[0]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"outlet_count": 0}, "at least one outlet"),
        ({"person_count": 0}, "one person"),
        ({"circle_count": 1}, "a circle has no outlet or from 2"),
        ({"circle_count": 13}, "from 2 to 12, not 13"),
        ({"echo_rate": 1.5}, "between 0 and 1, not at 1.5"),
        ({"echo_rate": None}, "between 0 and 1, not at None"),
        ({"outlet_count": 1.5}, "a count is a whole number, not 1.5"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_no_press_can_be_is_refused(
    options: dict[str, float], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        make_newsroom(1, **options)  # type: ignore[arg-type]  # options of any kind


def test_a_press_without_a_seed_would_be_another_each_time() -> None:
    with pytest.raises(ModelError, match="a seed is a whole number, not None"):
        make_newsroom(None)  # type: ignore[arg-type]  # on purpose
