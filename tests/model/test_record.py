"""Records: what they hold, what they refuse, and what makes two of them one."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.model.days import read_day
from attrib.model.record import (
    Assessment,
    Outcome,
    TrackRecord,
    Verdict,
    record_key,
)
from attrib.model.scale import Credibility, Reliability
from attrib.model.source import Source, source_key
from attrib.strategies import assessments, outcomes

DAY = dt.date(2024, 3, 1)
OUTCOME: dict[str, Any] = {
    "source": "Baltic Wire",
    "claim": "ferry-sails",
    "verdict": "confirmed",
    "settled": DAY,
    "recorded": DAY,
    "settled_by": "port desk",
}
ASSESSMENT: dict[str, Any] = {
    "source": "Baltic Wire",
    "reliability": "B",
    "assessor": "M. Holt",
    "assessed": DAY,
    "recorded": DAY,
}
TRACK: dict[str, Any] = {
    "source": "baltic wire",
    "as_of": DAY,
    "mean": 0.5,
    "interval": (0.1, 0.9),
    "level": 0.95,
    "reliability": "C",
}


@given(st.text(st.characters()).filter(str.strip))
@example("the the kremlin's's")
@example("half \ud800 of a pair")
@example("\ufb01ne \u0130")
def test_the_key_of_a_key_is_itself(name: str) -> None:
    key = record_key(name)
    assert record_key(key) == key
    assert key.encode()


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_a_name_and_its_source_have_one_key(name: str) -> None:
    assert record_key(name) == record_key(Source(name)) == record_key(source_key(name))


def test_sources_left_unnamed_stay_apart() -> None:
    one = Source("two officials", is_anonymous=True, key="report-1?two officials")
    other = Source("two officials", is_anonymous=True, key="report-2?two officials")
    assert record_key(one) != record_key(other)
    assert record_key(one) != record_key("two officials")


@pytest.mark.parametrize("bad", ["", "  ", None, 7], ids=repr)
def test_a_source_without_a_name_is_refused(bad: Any) -> None:
    with pytest.raises(ModelError, match="wanted"):
        Outcome(**{**OUTCOME, "source": bad})


@given(outcomes())
def test_an_outcome_made_again_has_the_same_id(outcome: Outcome) -> None:
    fields = attrs.asdict(outcome, recurse=False)
    del fields["id"]
    assert Outcome(**fields) == outcome


@given(assessments())
def test_an_assessment_made_again_has_the_same_id(assessment: Assessment) -> None:
    fields = attrs.asdict(assessment, recurse=False)
    del fields["id"]
    assert Assessment(**fields) == assessment


@given(outcomes(), outcomes())
def test_outcomes_have_one_id_if_they_are_one(one: Outcome, other: Outcome) -> None:
    assert (one.id == other.id) == (one == other)


def test_fields_do_not_run_together_in_an_id() -> None:
    one = Outcome(**{**OUTCOME, "settled_by": "a1:b", "evidence": "c"})
    other = Outcome(**{**OUTCOME, "settled_by": "a", "evidence": "b1:c"})
    assert one.id != other.id


def test_a_topic_given_as_none_is_not_the_evidence() -> None:
    one = Outcome(**OUTCOME, evidence="log", topic=None)
    other = Outcome(**OUTCOME, evidence="", topic="log")
    assert one.id != other.id


def test_a_topic_has_one_spelling() -> None:
    spelled = [" sea  ice", "sea\u00a0ice", "sea ice\n"]
    assert len({Outcome(**OUTCOME, topic=topic) for topic in spelled}) == 1
    assert Outcome(**OUTCOME, topic="cafe\u0301").topic == "café"


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\u200e"])
def test_characters_that_nobody_sees_make_no_other_source(unseen: str) -> None:
    assert record_key(f"{unseen}Baltic Wi{unseen}re") == "baltic wire"
    with pytest.raises(ModelError, match="wanted the name of a source"):
        record_key(unseen)


@pytest.mark.parametrize(
    ("make", "given", "name"),
    [(Outcome, OUTCOME, name) for name in (*OUTCOME, "topic", "evidence", "id")]
    + [(Assessment, ASSESSMENT, name) for name in (*ASSESSMENT, "topic", "basis")],
)
def test_the_error_of_a_field_names_it(make: Any, given: Any, name: str) -> None:
    with pytest.raises(ModelError, match=f"^{name}: found 7, wanted"):
        make(**{**given, name: 7})


def test_an_id_that_is_given_is_kept() -> None:
    assert Outcome(**OUTCOME, id="ticket 7").id == "ticket 7"


@pytest.mark.parametrize(
    ("field", "bad", "message"),
    [
        ("claim", " ", "found ' ', wanted words"),
        ("claim", 7, "found 7, wanted a string"),
        ("verdict", "true", "wanted a Verdict: 'confirmed', 'refuted', 'unsettled'"),
        ("settled", "soon", "found 'soon', wanted a day"),
        ("settled", "2024-03-02", "recorded on 2024-03-01, before it was settled on"),
        ("settled_by", "", "found '', wanted words"),
        ("topic", "", "found '', wanted words"),
        ("id", "", "found '', wanted words"),
        ("evidence", "a \udc80", "half of a surrogate pair at 2"),
    ],
)
def test_an_outcome_that_cannot_be_right_is_refused(
    field: str, bad: object, message: str
) -> None:
    with pytest.raises(ModelError) as caught:
        Outcome(**{**OUTCOME, field: bad})
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"reliability": None},
        {"source": None},
        {"source": None, "reliability": None},
        {"claim": "ferry-sails"},
        {"credibility": "2"},
        {"claim": "ferry-sails", "credibility": "2"},
        {"source": None, "claim": "ferry-sails"},
        {"reliability": None, "credibility": "2"},
    ],
    ids=str,
)
def test_an_assessment_is_of_a_source_or_of_a_claim(change: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match="gives a source its reliability or a claim"):
        Assessment(**{**ASSESSMENT, **change})


def test_the_label_of_an_assessment_is_of_its_own_scale() -> None:
    of_claim = {"source": None, "reliability": None, "claim": "x", "credibility": "2"}
    assert Assessment(**ASSESSMENT).label is Reliability.B
    assert Assessment(**{**ASSESSMENT, **of_claim}).label is Credibility.TWO


@pytest.mark.parametrize(
    ("field", "bad", "message"),
    [
        ("reliability", "2", "wanted a Reliability"),
        ("assessor", "", "wanted words"),
        ("assessed", "2024-03-02", "before it was assessed on 2024-03-02"),
    ],
)
def test_an_assessment_that_cannot_be_right_is_refused(
    field: str, bad: object, message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        Assessment(**{**ASSESSMENT, field: bad})


def test_a_claim_is_not_judged_on_a_topic() -> None:
    with pytest.raises(ModelError, match="the topic 'rain' is for judging a source"):
        Assessment(
            claim="x",
            credibility="2",
            topic="rain",
            assessor="M. Holt",
            assessed=DAY,
            recorded=DAY,
        )


@pytest.mark.parametrize(
    ("field", "bad", "message"),
    [
        ("confirmed_count", -1, "confirmed_count is a number from 0, not -1"),
        ("weight_for", float("nan"), "TrackRecord.weight_for: found nan, wanted a"),
        ("mean", 1.5, "the mean lies between 0 and 1, not at 1.5"),
        ("level", -0.5, "the level lies between 0 and 1, not at -0.5"),
        ("interval", (-0.1, 1), "the lower end of the interval lies between 0 and 1"),
        ("interval", (0, 1.1), "the upper end of the interval lies between 0 and 1"),
        ("interval", (0.9, 0.1), "the interval is reversed"),
    ],
)
def test_a_track_record_that_cannot_be_right_is_refused(
    field: str, bad: object, message: str
) -> None:
    with pytest.raises(ModelError) as caught:
        TrackRecord(**{**TRACK, field: bad})
    assert message in str(caught.value)


def test_a_track_record_says_in_one_line_what_it_rests_on() -> None:
    track = TrackRecord(
        **TRACK,
        confirmed_count=2,
        retracted_count=2,
        weight_for=1.5,
        weight_against=1.5,
    )
    assert str(track) == (
        "baltic wire: C as of 2024-03-01 (0.50, 95% within 0.10 and 0.90, "
        "4 claims weighing 3.0)"
    )


def test_a_verdict_equals_its_word() -> None:
    assert Verdict("retracted") is Verdict.RETRACTED
    assert {Verdict.RETRACTED} == {"retracted"}


def test_an_error_shows_no_more_than_the_beginning_of_what_was_found() -> None:
    with pytest.raises(ModelError) as caught:
        read_day("x" * 1000)
    assert len(str(caught.value)) < 120
