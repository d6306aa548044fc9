import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.tallies import CONTESTED, Entry, find_changes, find_standing
from attrib.model.record import Outcome, Verdict
from attrib.strategies import outcomes

days = st.integers(1, 4)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    def one(place: int) -> Entry:
        settled, recorded = sorted((draw(days), draw(days)))
        verdict = draw(st.sampled_from(Verdict)).value
        topic = draw(st.sampled_from(("", "weather")))
        return Entry(settled, recorded, verdict, topic, f"id {place}")

    return [one(place) for place in range(draw(st.integers(0, 5)))]


@given(entries())
def test_changes_do_not_depend_on_the_order(drawn: list[Entry]) -> None:
    for order in itertools.islice(itertools.permutations(drawn), 24):
        assert find_changes(order) == find_changes(drawn)


@given(entries(), days)
def test_on_every_day_one_claim_stands_or_none(drawn: list[Entry], day: int) -> None:
    known = [entry for entry in drawn if entry.recorded <= day]
    changes = [change for change in find_changes(drawn) if change.recorded <= day]
    assert sum(change.by for change in changes) == bool(known)


@given(entries(), days)
def test_what_is_recorded_later_changes_nothing_before(
    drawn: list[Entry], day: int
) -> None:
    known = [entry for entry in drawn if entry.recorded <= day]
    changes = [change for change in find_changes(drawn) if change.recorded <= day]
    assert find_changes(known) == changes


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ([], []),
        ([(1, 1, "confirmed")], ["1 confirmed 1"]),
        # The same again, found later: it is as old as its last proof.
        (
            [(1, 1, "confirmed"), (2, 2, "confirmed")],
            ["1 confirmed 1", "2 confirmed -1", "2 confirmed 1"],
        ),
        ([(1, 1, "confirmed"), (1, 2, "confirmed")], ["1 confirmed 1"]),
        # A correction of what was written down.
        (
            [(1, 1, "confirmed"), (1, 2, "refuted")],
            ["1 confirmed 1", "2 confirmed -1", "2 refuted 1"],
        ),
        # Late news of an older answer.
        ([(2, 2, "refuted"), (1, 3, "confirmed")], ["2 refuted 1"]),
        ([(1, 1, "confirmed"), (1, 1, "refuted")], ["1 contested 1"]),
        (
            [(1, 1, "confirmed"), (1, 1, "refuted"), (1, 3, "refuted")],
            ["1 contested 1", "3 contested -1", "3 refuted 1"],
        ),
    ],
)
def test_a_later_outcome_takes_the_place_of_an_earlier(
    drawn: list[tuple[int, int, str]], told: list[str]
) -> None:
    made = [Entry(*fields, "", str(place)) for place, fields in enumerate(drawn)]
    changes = find_changes(made)
    assert [f"{c.recorded} {c.verdict} {c.by}" for c in changes] == told


def test_the_topic_of_contrary_outcomes_is_that_of_the_greatest_id() -> None:
    one = Entry(1, 1, "confirmed", "weather", "a")
    other = Entry(1, 1, "refuted", "shipping", "b")
    (change,) = find_changes([other, one])
    assert (change.verdict, change.topic) == (CONTESTED, "shipping")


@given(st.lists(outcomes(names=["Baltic Wire"], claims=["rain"]), max_size=5))
def test_no_outcome_that_stands_is_older_than_another(drawn: list[Outcome]) -> None:
    standing = find_standing(drawn)
    assert bool(standing) == bool(drawn)
    for outcome in standing:
        assert all(o.settled <= outcome.settled for o in drawn)
