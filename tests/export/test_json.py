"""JSON: what is written comes back, and what is wrong is named with its place."""

import copy
import datetime as dt
import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.credibility.grading import grade
from attrib.credibility.ledger import Ledger
from attrib.errors import FormatError, UnsupportedTypeError
from attrib.export.json import from_json, iterate_json, to_json
from attrib.model.chain import Chain
from attrib.model.claim import (
    Change,
    Claim,
    Conflict,
    Difference,
    DifferenceKind,
    Variant,
)
from attrib.model.document import Document
from attrib.model.grade import Grade
from attrib.model.record import Outcome
from attrib.model.report import Report
from attrib.model.source import Source
from attrib.strategies import (
    assessments,
    attributions,
    chains,
    documents,
    outcomes,
    reports,
    sources,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "report-v3.json"
GOLDEN_2 = Path(__file__).parents[1] / "golden" / "report-v2.json"
GOLDEN_1 = Path(__file__).parents[1] / "golden" / "report-v1.json"
SAMPLE = json.loads(GOLDEN.read_text("utf-8"))


def sequences_of(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


def claims() -> st.SearchStrategy[Claim]:
    return chains().map(
        lambda chain: Claim(
            content=chain.content,
            document_id=chain.document_id,
            attribution=chain.attribution,
            source=chain.origin,
            stance=chain.stance,
            chains=[chain],
        )
    )


def conflicts() -> st.SearchStrategy[Conflict]:
    words = st.text(max_size=5)
    kinds = st.sampled_from(DifferenceKind)
    differences = st.lists(st.builds(Difference, kinds, words, words), min_size=1)
    return st.builds(
        Conflict, member=st.just("a#0"), other=st.just("b#0"), differences=differences
    )


def variants() -> st.SearchStrategy[Variant]:
    words = st.text(max_size=5)
    changes = st.lists(st.builds(Change, st.text(min_size=1, max_size=5), words))
    members = st.lists(words, min_size=1)
    first = st.builds(Variant, text=words, members=members)
    return first | st.builds(
        Variant, text=words, members=members, source_text=words, changes=changes
    )


VALUES = st.one_of(
    reports(),
    chains(),
    documents(),
    attributions(),
    sources(),
    outcomes(),
    assessments(),
    claims(),
    conflicts(),
    variants(),
    sequences_of(reports(max_attributions=2)),
    sequences_of(chains()),
    sequences_of(sources()),
)


@given(VALUES, st.none() | st.integers(0, 3))
@example(Document("\ud83d\ude00 is two, \U0001f600 is one"), None)
@example(Document("lone \udce9\x00 and \ud800\ud800\udc00\udc00"), 2)
@example(Source("[\n 1,\n 2\n]"), 2)
def test_every_value_comes_back(value: Any, indent: int | None) -> None:
    back = from_json(to_json(value, indent=indent))
    assert back == value
    assert type(back) is type(value)


@given(st.lists(reports(max_attributions=2), max_size=3), st.none() | st.just(2))
def test_pieces_join_to_the_whole(values: list[Report], indent: int | None) -> None:
    pieces = list(iterate_json(iter(values), indent=indent))
    assert "".join(pieces) == to_json(values, indent=indent)
    assert len(pieces) == len(values) + 2


@given(VALUES)
def test_the_layout_is_that_of_the_standard_writer(value: Any) -> None:
    assert json.loads(to_json(value, indent=2)) == json.loads(to_json(value))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_written_is_utf_8(text: str) -> None:
    assert from_json(to_json(Document(text)).encode().decode()).text == text


@given(st.text())
def test_any_other_text_is_a_format_error(text: str) -> None:
    with pytest.raises(FormatError):
        from_json(text)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
))  # fmt: skip
def test_any_other_value_is_a_format_error(value: Any) -> None:
    envelope = {"attrib": 2, "type": "report", "value": value}
    with pytest.raises(FormatError, match="value"):
        from_json(json.dumps(envelope))


def test_equal_values_are_written_alike() -> None:
    one = Document("It rained.", published="2023-11-28")
    other = Document("It rained.", published=dt.date(2023, 11, 28))
    assert to_json(one) == to_json(other)


def test_a_day_and_a_moment_stay_what_they_are() -> None:
    days = [dt.date(2023, 11, 28), dt.datetime(2023, 11, 28)]
    back = from_json(to_json([Document("", published=day) for day in days]))
    assert [type(document.published) for document in back] == [dt.date, dt.datetime]


def test_spans_stand_on_one_line() -> None:
    assert '"spans": [[47, 116]],\n' in GOLDEN.read_text("utf-8")


@pytest.mark.parametrize(
    "golden", [GOLDEN_1, GOLDEN_2, GOLDEN], ids=lambda path: path.stem
)
def test_the_golden_report_of_each_version_still_loads(golden: Path) -> None:
    report = from_json(golden.read_text("utf-8"))
    assert [str(chain) for chain in report.chains(["reporting", "belief"])] == [
        "Baltic Wire ← coast guard ← port master: "
        '"the harbour would reopen on Thursday"',
        "Baltic Wire ← Radio Selga ← Ilze Berga: "
        "“We lost nine days,” “and nobody said why.”",
        'Baltic Wire ← Radio Selga ← Ilze Berga: "Her crew was never warned"',
        'Baltic Wire ← mayor: "that his office had ordered the closure"',
        'Baltic Wire ← two officials: "that the lock gate failed"',
        'Baltic Wire ← two officials ← unnamed: "Tolls will double in spring"',
    ]
    assert report.document.published.isoformat() == "2023-11-28T09:05:00+02:00"
    assert report.diagnostics[0].code == "unowned-quotation"


def test_version_3_is_written_as_it_was_at_first() -> None:
    written = GOLDEN.read_text("utf-8")
    assert to_json(from_json(written), indent=2) + "\n" == written


@pytest.mark.parametrize("name", ["claim", "variant", "conflict", "grade"])
def test_other_values_of_version_3_are_read_and_written_as_at_first(name: str) -> None:
    written = (GOLDEN.parent / f"{name}-v3.json").read_text("utf-8")
    assert to_json(from_json(written), indent=2) + "\n" == written


def test_what_version_2_did_not_know_has_its_default() -> None:
    read = {
        name: from_json((GOLDEN.parent / f"{name}-v2.json").read_text("utf-8"))
        for name in ("claim", "variant", "conflict", "grade")
    }
    assert read["claim"].chains[0].published is None
    assert read["conflict"].published is None
    assert read["grade"].evidence.later == ()


@pytest.mark.parametrize("version", [2, 3])
def test_a_golden_grade_says_what_it_said_at_first(version: int) -> None:
    path = GOLDEN.parent / f"grade-v{version}.json"
    grade = from_json(path.read_text("utf-8"))
    assert (str(grade), str(grade.suggestion)) == ("B2", "B4")
    assert grade.evidence.standings[0].record.confirmed_count == 5
    assert grade.reasons[-1].endswith("assessed on 2024-03-03; suggested was 4")


@given(claims())
def test_the_chains_of_a_claim_come_back(claim: Claim) -> None:
    # They tell no claims apart, so that equal claims say nothing of them.
    assert from_json(to_json(claim)).chains == claim.chains


@given(chains(), outcomes())
def test_a_grade_comes_back(chain: Chain, outcome: Outcome) -> None:
    with Ledger() as ledger:
        ledger.record(outcome)
        found = grade(chain, ledger=ledger, as_of=outcome.recorded)
    back = from_json(to_json(found))
    assert (back, type(back)) == (found, Grade)
    assert from_json(to_json([found])) == (found,)


@pytest.mark.parametrize(
    ("interval", "fault"),
    [
        ([0.1], "interval: found a list of 1, wanted an interval [low, high]"),
        ([0.9, 0.1], "the interval is reversed: (0.9, 0.1)"),
        (["0", 1], 'interval[0]: found "0", wanted a number'),
    ],
)
def test_a_grade_of_a_record_without_an_interval_is_refused(
    interval: list[Any], fault: str
) -> None:
    sample = json.loads((GOLDEN.parent / "grade-v2.json").read_text("utf-8"))
    sample["value"]["evidence"]["standings"][0]["record"]["interval"] = interval
    with pytest.raises(FormatError, match=re.escape(fault)):
        from_json(json.dumps(sample))


def test_what_version_1_did_not_know_has_its_default() -> None:
    report = from_json(GOLDEN_1.read_text("utf-8"))
    for attribution in report.attributions:
        assert attribution.terms == attribution.likelihoods == ()
        assert attribution.directness == "unknown"
        assert attribution.partners == ()
        assert not attribution.is_relaying
    assert report.agencies == ()
    assert from_json(to_json(report)) == report


def test_what_version_1_did_not_know_is_unknown_in_it() -> None:
    sample = json.loads(GOLDEN_1.read_text("utf-8"))
    sample["value"]["attributions"][2]["terms"] = []
    with pytest.raises(FormatError, match=r'^value\.attributions\[2\]: unknown key "t'):
        from_json(json.dumps(sample))


def test_a_byte_order_mark_before_the_json_is_left_out() -> None:
    assert from_json("\ufeff" + to_json(Source("mayor"))) == Source("mayor")


@pytest.mark.parametrize(
    "name",
    [
        "report.json",
        "out/reports.json",
        "C:\\reports\\one.json",
        "/tmp/report",
        "a b.txt",
    ],
)
def test_the_name_of_a_file_is_told_from_its_text(name: str) -> None:
    with pytest.raises(FormatError, match="not the name of its file"):
        from_json(name)


@pytest.mark.parametrize("text", ["", "nul", '{"attrib": 1.}', "[1, 2,", "ten years"])
def test_other_texts_are_not_taken_for_the_name_of_a_file(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_json(text)
    assert "name of its file" not in str(caught.value)


def test_a_path_is_to_be_read_first() -> None:
    with pytest.raises(UnsupportedTypeError, match="Path; read the file as UTF-8"):
        from_json(GOLDEN)  # type: ignore[arg-type]  # the mistake


def put(*path: str | int) -> Callable[[Any], Callable[[Any], None]]:
    """Return what makes a change that puts a value at a path of the sample."""

    def change_to(value: Any) -> Callable[[Any], None]:
        def change(sample: Any) -> None:
            for step in path[:-1]:
                sample = sample[step]
            sample[path[-1]] = value

        return change

    return change_to


FIRST = ("value", "attributions", 3)
AGENCY = {
    "source": SAMPLE["value"]["attributions"][0]["source"],
    "mention": {"spans": [[0, 4]], "text": "ROME"},
    "reason": "",
}
CHANGES = {
    "a string for a number": (
        put(*FIRST, "content", "spans", 0, 0)("1"),
        'value.attributions[3].content.spans[0][0]: found "1", wanted a whole number',
    ),
    "true for a number": (
        put(*FIRST, "index")(True),
        "value.attributions[3].index: found true, wanted a whole number",
    ),
    "a decimal for a whole number": (
        put(*FIRST, "parent")(2.0),
        "value.attributions[3].parent: found 2.0, wanted a whole number or null",
    ),
    "a number for a boolean": (
        put(*FIRST, "is_inferred")(1),
        "value.attributions[3].is_inferred: found 1, wanted true or false",
    ),
    "a string for a list": (
        put(*FIRST, "reasons")("because"),
        'value.attributions[3].reasons: found "because", wanted a list',
    ),
    "an object for a list": (
        put(*FIRST, "hedges")({}),
        "value.attributions[3].hedges: found an object, wanted a list",
    ),
    "a list for an object": (
        put("value", "document")([1, 2]),
        "value.document: found a list of 2, wanted an object",
    ),
    "null where nothing may be missing": (
        put("value", "document", "text")(None),
        "value.document.text: found null, wanted a string",
    ),
    "an unknown stance": (
        put(*FIRST, "stance")("shrugs"),
        'value.attributions[3].stance: found "shrugs", wanted one of asserts, '
        "confirms, denies, doubts, asks, orders, promises, withholds",
    ),
    "an unknown key": (
        put("value", "document", "colour")("blue"),
        'value.document: unknown key "colour"',
    ),
    "no such day": (
        put("value", "document", "published")("2023-02-30"),
        'value.document.published: found "2023-02-30", wanted a day or moment such as '
        '"2023-11-28T09:05:00+02:00", or null',
    ),
    "a moment for a day": (
        put("value", "attributions", 0, "time", "start")("2023-11-27T00:00:00"),
        'value.attributions[0].time.start: found "2023-11-27T00:00:00", wanted a day '
        'such as "2023-11-28"',
    ),
    "a span of three": (
        put(*FIRST, "content", "spans", 1)([1, 2, 3]),
        "value.attributions[3].content.spans[1]: found a list of 3, wanted a span "
        "[start, end]",
    ),
    "a reversed span": (
        put(*FIRST, "content", "spans", 0)([9, 4]),
        "value.attributions[3].content.spans[0]: span [9, 4) is not a stretch of "
        "text: wanted 0 <= start < end",
    ),
    "words that are not there": (
        put(*FIRST, "cue", "text")("sold"),
        'value.attributions[3].cue: found "sold", but the text says "told"',
    ),
    "a hedge beyond the text": (
        put("value", "attributions", 6, "hedges", 0, "spans")([[900, 910]]),
        "value.attributions[6].hedges[0]: span [900, 910) ends beyond the text, "
        "which has 499 characters",
    ),
    "words of likelihood that are not there": (
        put("value", "attributions", 0, "likelihoods", 0, "words", "text")("likely"),
        'value.attributions[0].likelihoods[0].words: found "likely", but the text says '
        '"on Thursday"',
    ),
    "a likelihood that is none": (
        put("value", "attributions", 0, "likelihoods", 0, "term")("certain"),
        'value.attributions[0].likelihoods[0].term: found "certain", wanted one of '
        "almost no chance, very unlikely, unlikely, roughly even chance, likely, very "
        "likely, almost certain",
    ),
    "an agency that is not there": (
        put("value", "agencies")([AGENCY]),
        'value.agencies[0].mention: found "ROME", but the text says "RIGA"',
    ),
    "a remark beyond the text": (
        put("value", "diagnostics", 1, "span")([900, 910]),
        "value.diagnostics[1].span: ends beyond the text, which has 499 characters",
    ),
    "a parent that does not exist": (
        put(*FIRST, "parent")(12),
        "value: attribution 3 stands inside attribution 12, but there are 8",
    ),
    "a score above one": (
        put(*FIRST, "score")(1.5),
        "value.attributions[3]: a score lies between 0 and 1, not at 1.5",
    ),
    "an infinite score": (
        put(*FIRST, "score")(float("inf")),
        "value.attributions[3].score: found Infinity, which is not JSON, wanted a "
        "number",
    ),
    "an empty id": (
        put("value", "document", "id")(""),
        'value.document.id: found "", wanted a string that is not empty',
    ),
    "an unknown type": (
        put("type")("rumour"),
        'type: found "rumour", wanted one of report, reports, chain, chains, document, '
        "documents, attribution, attributions, source, sources, outcome, outcomes, "
        "assessment, assessments, claim, claims, variant, variants, conflict, "
        "conflicts, grade, grades",
    ),
    "a newer version": (
        put("attrib")(4),
        "attrib: the file is from a newer attrib (format 4); this one reads formats "
        "up to 3: upgrade attrib to read it",
    ),
    "a version in quotes": (
        put("attrib")("1"),
        'attrib: found "1", wanted the version of the format, from 1 to 3',
    ),
    "no version": (
        put("attrib")(0),
        "attrib: found 0, wanted the version of the format, from 1 to 3",
    ),
    "a key beside the value": (put("note")(""), 'unknown key "note"'),
}


@pytest.mark.parametrize(("change", "message"), CHANGES.values(), ids=CHANGES.keys())
def test_a_fault_is_named_with_its_place(
    change: Callable[[Any], None], message: str
) -> None:
    sample = copy.deepcopy(SAMPLE)
    change(sample)
    with pytest.raises(FormatError) as caught:
        from_json(json.dumps(sample))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "attrib"),
        ((), "type"),
        ((), "value"),
        (("value",), "diagnostics"),
        (("value", "document"), "lang"),
        (("value", "document", "outlet"), "key"),
        (FIRST, "score"),
        (FIRST, "terms"),
        ((*FIRST, "cue"), "text"),
    ],
    ids=str,
)
def test_every_key_is_wanted(path: tuple[str | int, ...], key: str) -> None:
    sample = copy.deepcopy(SAMPLE)
    inner = sample
    for step in path:
        inner = inner[step]
    del inner[key]
    with pytest.raises(FormatError, match=rf"{key}: missing"):
        from_json(json.dumps(sample))


def test_faults_are_reported_together() -> None:
    sample = copy.deepcopy(SAMPLE)
    del sample["value"]["document"]["lang"]
    sample["value"]["document"]["tone"] = "dry"
    sample["value"]["attributions"][1]["score"] = "high"
    sample["value"]["attributions"][2]["cue"]["spans"] = [[5, "6"]]
    with pytest.raises(FormatError) as caught:
        from_json(json.dumps(sample))
    assert str(caught.value).splitlines() == [
        "4 faults in this JSON:",
        '  value.document: unknown key "tone"',
        "  value.document.lang: missing, wanted a string",
        '  value.attributions[1].score: found "high", wanted a number',
        '  value.attributions[2].cue.spans[0][1]: found "6", wanted a whole number',
    ]


def test_beyond_twenty_faults_are_counted() -> None:
    envelope = {"attrib": 1, "type": "sources", "value": [None] * 25}
    with pytest.raises(FormatError, match="25 faults") as caught:
        from_json(json.dumps(envelope))
    assert str(caught.value).endswith("value[19]: found null, wanted an object\n  "
                                      "and 5 more")  # fmt: skip


def test_a_doubled_key_is_a_fault() -> None:
    text = to_json(Source("Ada Lind"))
    doubled = text.replace('"kind"', '"name": "Ada Lind", "kind"')
    with pytest.raises(FormatError, match=r'^value: key "name" stands there twice$'):
        from_json(doubled)


def test_a_doubled_key_of_the_envelope_is_a_fault() -> None:
    text = '{"attrib": 1, "type": "sources", "type": "reports", "value": []}'
    with pytest.raises(FormatError, match=r'^key "type" stands there twice$'):
        from_json(text)


def test_nan_is_a_fault() -> None:
    text = re.sub(r'"score": [\d.]+', '"score": NaN', json.dumps(SAMPLE), count=1)
    with pytest.raises(FormatError, match=r"^value\.attributions\[0\]\.score: .*NaN"):
        from_json(text)


def test_what_is_no_json_is_pointed_at() -> None:
    with pytest.raises(FormatError) as caught:
        from_json('{\n  "attrib": 1;\n}')
    assert str(caught.value).splitlines() == [
        "not JSON: Expecting ',' delimiter in line 2, column 14",
        '  "attrib": 1;',
        "             ^",
    ]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, "[" * 400 + "]" * 400],
    ids=["open lists", "open objects", "closed lists"],
)
def test_deep_nesting_is_a_format_error(text: str) -> None:
    with pytest.raises(FormatError):
        from_json(text)


def test_a_number_of_many_digits_is_a_format_error() -> None:
    with pytest.raises(FormatError, match="too long"):
        from_json('{"attrib": ' + "1" * 5000 + "}")


def test_a_whole_number_is_taken_as_a_score() -> None:
    text = re.sub(r'"score": [\d.]+', '"score": 1', json.dumps(SAMPLE), count=1)
    score = from_json(text).attributions[0].score
    assert (score, type(score)) == (1.0, float)


@pytest.mark.parametrize(
    "value",
    [3, "report", None, [Source("a"), Document("")], {"a": 1}, [None], iter(())],
    ids=repr,
)
def test_other_values_are_not_written(value: Any) -> None:
    with pytest.raises(UnsupportedTypeError):
        to_json(value)


@pytest.mark.parametrize(
    ("value", "told"),
    [(3, "an int cannot"), (None, "None cannot"), ([{}], "a dict cannot")],
    ids=repr,
)
def test_what_is_not_written_is_named_as_in_a_sentence(value: Any, told: str) -> None:
    with pytest.raises(UnsupportedTypeError, match=f"^{told} be written as JSON"):
        to_json(value)


def test_an_impossible_count_is_named_with_its_place() -> None:
    text = to_json(Document("", outlet=Source("the guards", count=3)))
    with pytest.raises(FormatError, match=r"^value\.outlet: Source\.count: found -1,"):
        from_json(text.replace('"count": 3', '"count": -1'))


def test_bytes_are_not_read() -> None:
    with pytest.raises(UnsupportedTypeError, match="decode bytes"):
        from_json(b"{}")  # type: ignore[arg-type]  # the mistake under test


def test_errors_pickle() -> None:
    with pytest.raises(FormatError) as caught:
        from_json("{}")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_cattrs_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, attrib.export.json; print('cattrs' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


@pytest.mark.parametrize("indent", ["  ", -1, 1.5, True], ids=repr)
def test_an_indent_that_is_none_is_an_error(indent: Any) -> None:
    with pytest.raises(UnsupportedTypeError, match=f"from 0, or None, not {indent!r}"):
        to_json(Document(""), indent=indent)
