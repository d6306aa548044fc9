"""The ledger: what it keeps, what it answers as of a day, and what it refuses."""

import copy
import datetime as dt
import math
import pickle
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from attrib.credibility.ledger import Ledger, Record
from attrib.errors import ConflictError, LedgerError, ModelError
from attrib.model.record import Assessment, Outcome, TrackRecord
from attrib.model.source import Source

DAY = dt.date(2024, 3, 1)


def outcome(claim: str, verdict: str, settled: str, **fields: Any) -> Outcome:
    """Return an outcome that was recorded when it was settled, unless told."""
    return Outcome(
        **{
            "source": "Baltic Wire",
            "claim": claim,
            "verdict": verdict,
            "settled": settled,
            "recorded": settled,
            "settled_by": "port desk",
            **fields,
        }
    )


def assessment(label: str, day: str, **fields: Any) -> Assessment:
    return Assessment(
        **{
            "source": "Baltic Wire",
            "reliability": label,
            "assessor": "M. Holt",
            "assessed": day,
            "recorded": day,
            **fields,
        }
    )


@pytest.fixture(params=["in memory", "in a file"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    is_file = request.param == "in a file"
    with Ledger.open(tmp_path / "ledger.db") if is_file else Ledger() as opened:
        yield opened


def counts(track: TrackRecord) -> dict[str, int]:
    numbers = {
        "confirmed": track.confirmed_count,
        "refuted": track.refuted_count,
        "retracted": track.retracted_count,
        "unsettled": track.unsettled_count,
        "contested": track.contested_count,
    }
    return {verdict: number for verdict, number in numbers.items() if number}


def test_a_source_nobody_has_heard_of_cannot_be_judged(ledger: Ledger) -> None:
    track = ledger.track_record("Harbour Post", as_of=DAY)
    assert (track.reliability.value, track.mean, track.evidence_count) == ("F", 0.5, 0)


def test_a_source_whose_name_no_file_can_hold_cannot_be_judged(ledger: Ledger) -> None:
    source = Source("officer \udce9")
    assert ledger.track_record(source, as_of=DAY).reliability == "F"
    assert ledger.latest_assessment(source=source, as_of=DAY) is None


def test_a_correction_changes_what_we_think_and_not_what_we_thought(
    ledger: Ledger,
) -> None:
    ledger.record(outcome("ferry", "confirmed", "2024-03-01"))
    ledger.record(outcome("ferry", "refuted", "2024-05-10"))
    thought = [
        counts(ledger.track_record("Baltic Wire", as_of=day))
        for day in ("2024-02-29", "2024-03-01", "2024-05-09", "2024-05-10")
    ]
    assert thought == [{}, {"confirmed": 1}, {"confirmed": 1}, {"refuted": 1}]


def test_what_was_settled_counts_from_the_day_we_wrote_it_down(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "refuted", "2024-03-01", recorded="2024-04-01"))
    assert counts(ledger.track_record("Baltic Wire", as_of="2024-03-31")) == {}
    track = ledger.track_record("Baltic Wire", as_of="2024-04-01", half_life_days=31)
    assert track.weight_against == 0.5


def test_late_news_of_an_older_answer_does_not_undo_a_newer_one(
    ledger: Ledger,
) -> None:
    ledger.record(outcome("ferry", "refuted", "2024-03-10"))
    ledger.record(outcome("ferry", "confirmed", "2024-03-01", recorded="2024-03-20"))
    assert counts(ledger.track_record("Baltic Wire", as_of="2024-03-20")) == {
        "refuted": 1
    }


def test_contrary_verdicts_of_one_day_count_neither_way(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "confirmed", "2024-03-01"))
    ledger.record(outcome("ferry", "refuted", "2024-03-01", settled_by="coast guard"))
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY)) == {"contested": 1}
    assert len(ledger.standing(as_of=DAY)) == 2


def test_a_claim_of_two_sources_is_settled_for_each(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "refuted", "2024-03-01"))
    ledger.record(outcome("ferry", "confirmed", "2024-03-01", source="Harbour Post"))
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY)) == {"refuted": 1}
    assert counts(ledger.track_record("Harbour Post", as_of=DAY)) == {"confirmed": 1}
    assert len(ledger.standing(claim="ferry", as_of=DAY)) == 2


def test_a_claim_may_be_reopened_that_nobody_has_settled(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "unsettled", "2024-03-01"))
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY)) == {"unsettled": 1}


def test_a_topic_is_judged_by_its_own_claims(ledger: Ledger) -> None:
    ledger.record(outcome("rain", "refuted", "2024-03-01", topic="weather"))
    ledger.record(outcome("ferry", "confirmed", "2024-03-01"))
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY, topic="weather")) == {
        "refuted": 1
    }
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY)) == {
        "confirmed": 1,
        "refuted": 1,
    }


def test_an_outcome_weighs_half_after_a_half_life(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "confirmed", "2024-03-01"))
    weights = [
        ledger.track_record("Baltic Wire", as_of=DAY + dt.timedelta(days=past))
        for past in (0, 30, 60)
    ]
    assert [track.weight_for for track in weights] == [1.0, 0.5, 0.25]
    for half_life, weight in ((None, 1.0), (1e-300, 0.0), (1e300, 1.0)):
        track = ledger.track_record(
            "Baltic Wire", as_of="9999-12-31", half_life_days=half_life
        )
        assert track.weight_for == weight


def test_a_name_a_source_and_a_key_ask_for_the_same(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "confirmed", "2024-03-01", source="The Baltic Wire"))
    for source in (Source("Baltic Wire's"), "baltic wire", "THE BALTIC WIRE"):
        assert ledger.track_record(source, as_of=DAY).evidence_count == 1


def test_what_is_submitted_twice_is_one_record(ledger: Ledger) -> None:
    twice = [outcome("ferry", "confirmed", "2024-03-01")] * 2
    assert ledger.record(twice) == 1
    assert ledger.record(twice) == 0
    assert ledger.record([assessment("B", "2024-03-01")] * 2) == 1
    assert len(list(ledger.records())) == 2


@pytest.mark.parametrize("is_apart", [True, False], ids=["later", "in one batch"])
def test_an_id_is_not_given_to_another_record(ledger: Ledger, is_apart: bool) -> None:
    first = outcome("ferry", "confirmed", "2024-03-01", id="ticket 7")
    other = outcome("ferry", "refuted", "2024-03-01", id="ticket 7")
    if is_apart:
        ledger.record(first)
    with pytest.raises(ConflictError) as caught:
        ledger.record([other] if is_apart else [first, other])
    assert str(caught.value) == (
        "outcome 'ticket 7' has verdict 'confirmed' already, and was given 'refuted'"
    )
    assert ledger.outcomes() == ((first,) if is_apart else ())


def test_all_ids_that_are_taken_are_listed(ledger: Ledger) -> None:
    ledger.record(
        outcome("ferry", "confirmed", "2024-03-01", id=f"{n}") for n in range(30)
    )
    with pytest.raises(ConflictError) as caught:
        ledger.record(
            outcome("ferry", "refuted", "2024-03-01", id=f"{n}") for n in range(30)
        )
    told = str(caught.value).splitlines()
    assert told[0] == "30 records have the id of another one:"
    assert len(told) == 22
    assert told[-1] == "  and 10 more"


def test_an_outcome_and_an_assessment_may_have_one_id(ledger: Ledger) -> None:
    assert ledger.record(outcome("ferry", "confirmed", "2024-03-01", id="7")) == 1
    assert ledger.record(assessment("B", "2024-03-01", id="7")) == 1


def test_all_of_a_batch_is_recorded_or_none_of_it(ledger: Ledger) -> None:
    def broken() -> Iterator[Outcome]:
        for number in range(25_000):
            yield outcome(f"claim {number}", "confirmed", "2024-03-01")
        raise OSError("the disk of records was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        ledger.record(broken())
    assert list(ledger.records()) == []
    assert counts(ledger.track_record("Baltic Wire", as_of=DAY)) == {}


def test_what_is_no_record_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ModelError, match="found 7, wanted an Outcome or an Assessment"):
        ledger.record([outcome("ferry", "confirmed", "2024-03-01"), 7])  # type: ignore[list-item]  # a mistake
    assert ledger.outcomes() == ()


@pytest.mark.parametrize("wrong", [None, "a row", {"source": "Baltic Wire"}, 7])
def test_what_is_not_many_records_is_refused(ledger: Ledger, wrong: Any) -> None:
    with pytest.raises(ModelError, match="wanted an Outcome, an Assessment, or many"):
        ledger.record(wrong)


def test_a_topic_is_asked_for_in_any_spelling(ledger: Ledger) -> None:
    ledger.record(outcome("a", "confirmed", "2024-03-01", topic="sea ice"))
    ledger.record(assessment("B", "2024-03-01", topic="cafe\u0301"))
    track = ledger.track_record("Baltic Wire", as_of=DAY, topic=" sea  ice")
    assert (track.topic, track.confirmed_count) == ("sea ice", 1)
    assert ledger.latest_assessment(source="Baltic Wire", topic="café", as_of=DAY)


def test_the_last_day_on_which_anything_was_recorded_is_known(ledger: Ledger) -> None:
    assert ledger.last_recorded() is None
    ledger.record(assessment("B", "2024-03-01"))
    assert ledger.last_recorded() == dt.date(2024, 3, 1)
    ledger.record(outcome("a", "confirmed", "2024-03-05"))
    ledger.record(outcome("b", "confirmed", "2024-03-04"))
    assert ledger.last_recorded() == dt.date(2024, 3, 5)


def test_nothing_is_recorded_of_nothing(ledger: Ledger) -> None:
    assert ledger.record([]) == 0
    assert (ledger.sources(), ledger.standing(as_of=DAY)) == ((), ())


def test_records_come_back_as_they_were_and_in_order(ledger: Ledger) -> None:
    made: list[Record] = [
        outcome("b", "retracted", "2024-03-02", evidence="log 'a'", topic="weather"),
        outcome("a", "confirmed", "2024-03-01", source="Ж\x00'; DROP TABLE outcome;--"),
        assessment("B", "2024-03-01", basis="reads well", topic="weather"),
        assessment(
            "B", "2024-03-01", source=None, reliability=None, claim="a", credibility="6"
        ),
    ]
    ledger.record(made)
    assert list(ledger.records()) == made
    assert ledger.outcomes(claim="b") == (made[0],)
    assert ledger.outcomes(source="Baltic Wire", claim="a") == ()
    assert ledger.assessments(claim="a") == (made[3],)


def test_the_records_of_a_large_ledger_are_read_chunk_by_chunk(ledger: Ledger) -> None:
    made = [outcome(f"{n}", "confirmed", "2024-03-01") for n in range(20_001)]
    assert ledger.record(made) == 20_001
    read = ledger.records()
    assert next(read) == made[0]
    # A ledger may be written to while it is read.
    ledger.record(outcome("late", "refuted", "2024-03-01"))
    assert len(list(read)) == 20_001


@pytest.mark.parametrize(
    ("days", "latest"),
    [
        ([("B", "2024-03-01", "2024-03-01"), ("C", "2024-03-02", "2024-03-02")], "C"),
        # An older judgement that we come to know of later.
        ([("B", "2024-03-02", "2024-03-02"), ("C", "2024-03-01", "2024-03-03")], "B"),
        ([("B", "2024-03-01", "2024-03-02"), ("C", "2024-03-01", "2024-03-03")], "C"),
        ([("B", "2024-03-01", "2024-03-01"), ("C", "2024-03-01", "2024-03-01")], "C"),
        ([("B", "2024-03-01", "2024-03-01"), ("C", "2024-03-04", "2024-03-05")], "B"),
    ],
    ids=["later", "late news", "recorded later", "on one day", "not known yet"],
)
def test_the_latest_assessment_is_the_one_made_last_of_those_we_knew(
    ledger: Ledger, days: list[tuple[str, str, str]], latest: str
) -> None:
    for label, day, recorded in days:
        ledger.record(assessment(label, day, recorded=recorded))
    found = ledger.latest_assessment(source="Baltic Wire", as_of="2024-03-04")
    assert found is not None
    assert found.reliability == latest


def test_an_assessment_on_a_topic_is_none_in_general(ledger: Ledger) -> None:
    ledger.record(assessment("D", "2024-03-01", topic="weather"))
    assert ledger.latest_assessment(source="Baltic Wire", as_of=DAY) is None
    found = ledger.latest_assessment(source="Baltic Wire", topic="weather", as_of=DAY)
    assert found is not None


@pytest.mark.parametrize("asked", [{}, {"source": "a", "claim": "b"}], ids=str)
def test_an_assessment_is_asked_for_of_a_source_or_of_a_claim(
    ledger: Ledger, asked: dict[str, str]
) -> None:
    with pytest.raises(ModelError, match="of a source or of a claim"):
        ledger.latest_assessment(**asked, as_of=DAY)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"as_of": "soon"}, "wanted a day"),
        ({"as_of": DAY, "half_life_days": -1}, "half_life_days is a number above 0"),
        ({"as_of": DAY, "topic": " "}, "wanted words"),
    ],
    ids=str,
)
def test_a_question_that_cannot_be_right_is_refused(
    ledger: Ledger, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        ledger.track_record("Baltic Wire", **options)


def test_sources_are_listed_once_they_are_known(ledger: Ledger) -> None:
    ledger.record(outcome("ferry", "confirmed", "2024-03-01", recorded="2024-03-05"))
    ledger.record(assessment("B", "2024-03-01", source="Harbour Post"))
    assert ledger.sources(as_of="2024-03-04") == ("harbour post",)
    assert ledger.sources() == ("baltic wire", "harbour post")


def test_a_ledger_may_be_used_by_several_threads(ledger: Ledger) -> None:
    def write(thread: int) -> None:
        for number in range(20):
            claim = f"claim {thread}-{number}"
            ledger.record(outcome(claim, "confirmed", "2024-03-01"))
            ledger.track_record("Baltic Wire", as_of=DAY)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.track_record("Baltic Wire", as_of=DAY).confirmed_count == 80


def test_a_ledger_is_not_written_to_from_within_a_batch(ledger: Ledger) -> None:
    def nested() -> Iterator[Outcome]:
        yield outcome("ferry", "confirmed", "2024-03-01")
        ledger.record(outcome("rain", "confirmed", "2024-03-01"))

    with pytest.raises(LedgerError, match="make a list of them first"):
        ledger.record(nested())
    assert ledger.outcomes() == ()


def test_a_closed_ledger_says_that_it_is(ledger: Ledger) -> None:
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerError, match="is closed"):
        ledger.track_record("Baltic Wire", as_of=DAY)


def test_a_ledger_says_what_it_is_held_in(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert repr(ledger) == f"<Ledger: {tmp_path / 'ledger.db'}>"
    with Ledger() as ledger:
        assert repr(ledger) == "<Ledger: the ledger in memory>"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a\0b", r"the path of its file, not 'a\\x00b'"),
        ("", "the path of its file, not ''"),
        (None, r"not on None; Ledger\(\) is held in memory"),
        (5, "not on 5"),
        ("a\ud800", "half of a surrogate pair"),
    ],
    ids=repr,
)
def test_a_path_that_is_none_is_an_error_that_shows_it(
    path: object, message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        Ledger.open(path)  # type: ignore[arg-type]  # no path, on purpose


@pytest.mark.parametrize("seconds", ["soon", None, -1, math.nan, math.inf, True])
def test_a_time_to_wait_that_is_none_is_an_error(
    seconds: object, tmp_path: Path
) -> None:
    with pytest.raises(LedgerError, match="timeout_seconds is a number from 0, not "):
        Ledger.open(tmp_path / "new.db", timeout_seconds=seconds)  # type: ignore[arg-type]  # on purpose
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("send", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_ledger_that_is_sent_elsewhere_says_what_to_do(
    ledger: Ledger, send: Callable[[Ledger], object]
) -> None:
    with pytest.raises(LedgerError, match=r"cannot be copied .* open its file there"):
        send(ledger)
