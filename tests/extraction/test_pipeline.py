"""From a text to its report: arguments, diagnostics, many documents."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib import Diagnostic, Document, Span
from attrib.errors import DocumentError, UnknownLanguageError
from attrib.lexicon.loading import load_lexicon

TEXTS = (
    "The minister said that the bridge was safe.",
    "It rained.",
    '"We will not pay," she told reporters.',
    "",
)


def test_a_text_is_a_document_without_outlet() -> None:
    report = attrib.parse(TEXTS[0])
    assert report.document == Document(TEXTS[0])
    (chain,) = report.chains()
    assert not chain.has_outlet
    assert len(chain.links) == 1


def test_the_outlet_of_the_document_is_the_first_link() -> None:
    (chain,) = attrib.parse(Document(TEXTS[0], outlet="Baltic Wire")).chains()
    assert [link.name for link in chain.links] == ["Baltic Wire", "minister"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "It rained.", "?", "said", "“”"])
def test_where_nobody_speaks_there_is_no_chain(text: str) -> None:
    report = attrib.parse(text)
    assert report.attributions == ()
    assert report.chains() == ()


def test_attributions_stand_in_text_order() -> None:
    report = attrib.parse(" ".join(TEXTS))
    starts = [min(p.start for p in found.parts) for found in report.attributions]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_scores_say_how_sure_the_finder_is() -> None:
    for found in attrib.parse(" ".join(TEXTS)).attributions:
        assert 0.4 <= found.score <= 1


@pytest.mark.parametrize("wrong", [None, 7, b"It rained.", ["It rained."]])
def test_what_is_no_text_is_an_error(wrong: object) -> None:
    with pytest.raises(DocumentError, match=r"is a str, not"):
        attrib.parse(wrong)  # type: ignore[arg-type]  # the wrong type is the point


def test_a_language_without_lexicon_is_an_error() -> None:
    with pytest.raises(UnknownLanguageError, match="'xx'"):
        attrib.parse(Document("It rained.", lang="xx"))


def test_a_lexicon_that_is_given_is_read_with() -> None:
    lexicon = load_lexicon("en")
    assert attrib.parse(Document(TEXTS[0], lang="xx"), lexicon=lexicon).attributions


def remarks_on(text: str) -> list[tuple[str, str | None]]:
    """Return the code of each diagnostic and the text it points at."""

    def place(remark: Diagnostic) -> str | None:
        return None if remark.span is None else remark.span.of(text)

    diagnostics = attrib.parse(text).diagnostics
    return [(remark.code.value, place(remark)) for remark in diagnostics]


def test_a_quotation_without_its_end_is_remarked() -> None:
    assert remarks_on('"It rained.') == [("unbalanced-quotation", '"It rained.')]


def test_a_long_quotation_of_nobody_is_remarked() -> None:
    quotation = '"The bridge is open, and it will stay open all winter."'
    assert remarks_on(f"It rained. {quotation}") == [("unowned-quotation", quotation)]


def test_a_title_in_quotation_marks_is_not_remarked() -> None:
    assert remarks_on('The film "Grey Harbour" opened.') == []


def test_a_quotation_after_a_quotation_of_somebody_has_the_same_owner() -> None:
    text = '"The bridge is safe," Ada Lind said. "It will stay open all winter."'
    (found,) = attrib.parse(text).attributions
    quotations = [span.of(text) for span in found.content.spans]
    assert quotations == [
        '"The bridge is safe,"',
        '"It will stay open all winter."',
    ]
    assert remarks_on(text) == []


def test_a_header_is_remarked_and_is_no_content() -> None:
    text = "date 2023-11-28 The bridge is closed. The mayor announced this on Tuesday."
    (code, header), *_ = remarks_on(text)
    assert code == "header"
    assert header is not None
    assert header.strip() == "date 2023-11-28"
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "The bridge is closed."


@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_many_documents_are_read_like_each(texts: list[str]) -> None:
    assert list(attrib.parse_many(texts)) == [attrib.parse(text) for text in texts]


def test_two_workers_read_what_one_reads() -> None:
    documents = [Document(text, outlet="Baltic Wire") for text in TEXTS * 5]
    alone = list(attrib.parse_many(documents))
    assert list(attrib.parse_many(documents, workers=2)) == alone


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_many_documents_are_read_with_one_lexicon(
    start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught = attrib.load_lexicon().extended(verbs={"bleat": "say"})
    texts = ["The mayor bleated that it rained."] * 3
    wanted = [attrib.parse(text, lexicon=taught) for text in texts]
    assert wanted != list(attrib.parse_many(texts))
    assert list(attrib.parse_many(texts, lexicon=taught)) == wanted
    context = multiprocessing.get_context(start)
    monkeypatch.setattr(multiprocessing, "Pool", context.Pool)
    assert list(attrib.parse_many(texts, workers=2, lexicon=taught)) == wanted


def test_a_lexicon_for_many_documents_that_is_none_is_an_error_at_once() -> None:
    with pytest.raises(DocumentError, match="lexicon is a Lexicon or None, not 'en'"):
        attrib.parse_many([], lexicon="en")  # type: ignore[arg-type]  # a mistake


def test_no_more_workers_start_than_there_are_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = []
    make_pool = multiprocessing.Pool

    def pool(processes: int, *equipment: Any) -> Any:
        started.append(processes)
        return make_pool(min(processes, 2), *equipment)

    monkeypatch.setattr(multiprocessing, "Pool", pool)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    alone = list(attrib.parse_many(TEXTS))
    for workers in (10**6, 2):
        assert list(attrib.parse_many(TEXTS, workers=workers)) == alone
    assert started == [3, 2]


def _failing() -> Iterator[Any]:
    yield from TEXTS[:2]
    raise OSError("the line went dead")


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("documents", "error"),
    [
        (lambda: [*TEXTS[:2], b"no text", TEXTS[0]], DocumentError),
        (lambda: [*TEXTS[:2], Document("a", lang="tlh")], UnknownLanguageError),
        (_failing, OSError),
    ],
    ids=["no text", "no language", "an iterator that fails"],
)
def test_an_error_comes_behind_the_reports_before_it(
    documents: Callable[[], Any], error: type[Exception], workers: int
) -> None:
    read = []
    with pytest.raises(error):  # noqa: PT012 - some are read before it
        for report in attrib.parse_many(documents(), workers=workers):
            read.append(report.document.text)
    assert read == list(TEXTS[:2])


def test_documents_are_taken_as_reports_are_asked_for() -> None:
    taken = []

    def stream() -> Iterator[str]:
        for text in TEXTS:
            taken.append(text)
            yield text

    reports = attrib.parse_many(stream())
    assert taken == []
    next(reports)
    assert taken == [TEXTS[0]]


@pytest.mark.parametrize("workers", [0, -1, None, 1.5, "2", True], ids=repr)
def test_a_number_of_workers_that_is_none_is_an_error(workers: Any) -> None:
    with pytest.raises(DocumentError, match=f"a whole number from 1, .*{workers!r}"):
        attrib.parse_many([], workers=workers)


@pytest.mark.parametrize("documents", [None, 5], ids=repr)
@pytest.mark.parametrize("workers", [1, 2])
def test_documents_that_are_no_iterable_are_an_error_at_once(
    documents: Any, workers: int
) -> None:
    with pytest.raises(DocumentError, match=f"several documents, .*, not {documents}"):
        attrib.parse_many(documents, workers=workers)


def test_spans_count_code_points_of_the_text_as_it_is() -> None:
    text = "\ufeff☂ – Ådå Lınd said\u00a0that it rained."
    (found,) = attrib.parse(text).attributions
    (span,) = found.content.spans
    assert span == Span(text.index("that"), text.index("."))


def test_a_text_in_another_language_is_remarked_on() -> None:
    text = (
        "Most zamknięto wczoraj wieczorem, podaje Radio Norr. Burmistrz Sarn zapewnia, "
        "że remont potrwa krótko, natomiast mieszkańcy miasta wątpią w jego słowa."
    )
    codes = [str(each.code) for each in attrib.parse(text).diagnostics]
    assert codes.count("foreign-language") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Most zamknięto, podaje Radio Norr.",
        "Sarn mayor hails bridge deal, union leader warns workers face long delays "
        "as rail repairs drag on, residents say trains late again Monday",
    ],
)
def test_a_short_text_and_a_headline_are_not(text: str) -> None:
    codes = [str(each.code) for each in attrib.parse(text).diagnostics]
    assert "foreign-language" not in codes
