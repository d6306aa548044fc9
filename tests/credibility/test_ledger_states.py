"""A ledger in memory, one in a file and a plain list agree, whatever is done to them.

The list is the definition: it keeps all records, and works out every answer anew.
"""

import datetime as dt
import itertools
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
)

from attrib.credibility.ledger import Ledger, Record
from attrib.errors import ConflictError
from attrib.export.lines import from_lines, to_lines
from attrib.model.record import Assessment, Outcome, TrackRecord, Verdict, record_key
from attrib.strategies import assessments, outcomes

NAMES = ("Baltic Wire", "'; DROP TABLE outcome; --", "Порт \x00 ☂")
CLAIMS = ("ferry", 'a"b%_')
KEYS = tuple(map(record_key, NAMES))
TOPICS = (None, "weather")
# Few days, so that much happens on one of them.
FIRST, LAST = dt.date(2024, 2, 28), dt.date(2024, 3, 1)
DAYS = [FIRST + dt.timedelta(days=past) for past in range(-1, 4)]
RECORDS = st.one_of(
    outcomes(names=NAMES, claims=CLAIMS, days=st.dates(FIRST, LAST)),
    assessments(names=NAMES, claims=CLAIMS, days=st.dates(FIRST, LAST)),
)


def held(records: list[Record], kind: type, day: dt.date) -> list[Any]:
    return [r for r in records if isinstance(r, kind) and r.recorded <= day]


def standing(records: list[Record], day: dt.date) -> dict[Any, list[Outcome]]:
    together: dict[Any, list[Outcome]] = {}
    for outcome in held(records, Outcome, day):
        together.setdefault((outcome.source, outcome.claim), []).append(outcome)
    return {
        pair: [
            o
            for o in found
            if (o.settled, o.recorded) == max((p.settled, p.recorded) for p in found)
        ]
        for pair, found in sorted(together.items())
    }


def expected(
    records: list[Record],
    *,
    source: str,
    topic: str | None,
    day: dt.date,
    half_life: float | None,
) -> dict[str, float]:
    """Return the counts and weights of a track record by their definition."""
    numbers: dict[str, float] = dict.fromkeys(
        [*Verdict, "contested", "for", "against"], 0
    )
    for (key, _), last in standing(records, day).items():
        if key != source:
            continue
        verdicts = {outcome.verdict for outcome in last}
        chosen = max(last, key=lambda outcome: outcome.id)
        if topic not in (None, chosen.topic):
            continue
        verdict = chosen.verdict if len(verdicts) == 1 else "contested"
        numbers[verdict] += 1
        age = (day - chosen.settled).days
        weight = 1.0 if half_life is None else 0.5 ** (age / half_life)
        if verdict == "confirmed":
            numbers["for"] += weight
        elif verdict in ("refuted", "retracted"):
            numbers["against"] += weight
    return numbers


def found(track: TrackRecord) -> dict[str, float]:
    return {
        "confirmed": track.confirmed_count,
        "refuted": track.refuted_count,
        "unsettled": track.unsettled_count,
        "retracted": track.retracted_count,
        "contested": track.contested_count,
        "for": track.weight_for,
        "against": track.weight_against,
    }


def latest(assessments: list[Assessment]) -> Assessment | None:
    in_order = sorted(assessments, key=lambda a: (a.assessed, a.recorded))
    return in_order[-1] if in_order else None


class Ledgers(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "ledger.db"
        self.ledgers = {"memory": Ledger(), "file": Ledger.open(self.path)}
        self.records: list[Record] = []

    def teardown(self) -> None:
        for ledger in self.ledgers.values():
            ledger.close()
        self.folder.cleanup()

    def add(self, records: list[Record]) -> int:
        new = [r for r in dict.fromkeys(records) if r not in self.records]
        self.records += new
        return len(new)

    @rule(records=st.lists(RECORDS, min_size=1, max_size=8))
    def record(self, records: list[Record]) -> None:
        new_count = self.add(records)
        for ledger in self.ledgers.values():
            assert ledger.record(records) == new_count

    @rule(record=RECORDS)
    def record_through_another_connection(self, record: Record) -> None:
        self.add([record])
        self.ledgers["memory"].record(record)
        with Ledger.open(self.path) as other:
            other.record(record)

    @rule(data=st.data(), sound=RECORDS)
    def record_under_an_id_that_is_taken(
        self, data: st.DataObject, sound: Record
    ) -> None:
        if not self.records:
            return
        taken = data.draw(st.sampled_from(self.records))
        other = (
            attrs.evolve(taken, settled_by="somebody else")
            if isinstance(taken, Outcome)
            else attrs.evolve(taken, assessor="somebody else")
        )
        for ledger in self.ledgers.values():
            with pytest.raises(ConflictError, match="somebody else"):
                ledger.record([sound, other])

    @rule()
    def close_and_open(self) -> None:
        self.ledgers["file"].close()
        self.ledgers["file"] = Ledger.open(self.path)

    @rule()
    def write_lines_and_read_them_into_a_new_ledger(self) -> None:
        lines = list(to_lines(self.ledgers["file"].records()))
        self.ledgers["memory"].close()
        self.ledgers["memory"] = Ledger()
        self.ledgers["memory"].record(from_lines(lines))

    @rule()
    def merge_backwards_into_a_new_ledger(self) -> None:
        merged = Ledger()
        outcomes_only = [r for r in reversed(self.records) if isinstance(r, Outcome)]
        merged.record(outcomes_only[::2])
        merged.record(outcomes_only[1::2])
        for name in NAMES:
            for topic in (None, "weather"):
                options: Any = {"as_of": LAST, "topic": topic}
                assert merged.track_record(name, **options) == self.ledgers[
                    "file"
                ].track_record(name, **options)
        merged.close()

    @invariant()
    def track_records_are_right_on_every_day(self) -> None:
        for name, topic, day in itertools.product(NAMES, TOPICS, DAYS):
            half_life = None if topic else day.day / 2
            options: Any = {"topic": topic, "half_life_days": half_life, "as_of": day}
            wanted = expected(
                self.records,
                source=record_key(name),
                topic=topic,
                day=day,
                half_life=half_life,
            )
            for ledger in self.ledgers.values():
                track = ledger.track_record(name, **options)
                assert found(track) == pytest.approx(wanted)

    @invariant()
    def what_stands_is_right_on_every_day(self) -> None:
        for day, ledger in itertools.product(DAYS, self.ledgers.values()):
            wanted = [o for last in standing(self.records, day).values() for o in last]
            assert list(ledger.standing(as_of=day)) == wanted

    @invariant()
    def assessments_are_right_on_every_day(self) -> None:
        for day in DAYS:
            judged = held(self.records, Assessment, day)
            wanted = [
                *(
                    latest([a for a in judged if (a.source, a.topic) == (key, topic)])
                    for key, topic in itertools.product(KEYS, TOPICS)
                ),
                *(latest([a for a in judged if a.claim == claim]) for claim in CLAIMS),
            ]
            for ledger in self.ledgers.values():
                assert wanted == [
                    *(
                        ledger.latest_assessment(source=name, topic=topic, as_of=day)
                        for name, topic in itertools.product(NAMES, TOPICS)
                    ),
                    *(
                        ledger.latest_assessment(claim=claim, as_of=day)
                        for claim in CLAIMS
                    ),
                ]

    @invariant()
    def all_records_are_there_in_order(self) -> None:
        for day in DAYS:
            wanted = [
                *held(self.records, Outcome, day),
                *held(self.records, Assessment, day),
            ]
            keys = {record.source for record in wanted} - {None}
            for ledger in self.ledgers.values():
                assert list(ledger.records(as_of=day)) == wanted
                assert set(ledger.sources(as_of=day)) == keys


TestLedgers = Ledgers.TestCase
TestLedgers.settings = settings(settings(), max_examples=30, stateful_step_count=10)
