"""Tests of people: who is named, in full, and which body is behind them."""

import pytest

from attrib.model.source import Source
from attrib.provenance.people import People, is_named

LIND = Source("Ada Lind", "person", role="Norwegian minister")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (Source("Ada Lind", "person"), True),
        (Source("harbour master", "person"), True),
        (Source("Baltic Wire", "news outlet"), True),
        (Source("Gale Port"), True),
        (Source("two aides", "person", is_anonymous=True), False),
        (Source("local media", "news outlet"), False),
        (Source("reports", "document"), False),
        (Source("incredible footage"), False),
        (Source("the footage from Gale Port"), False),
        (Source("Harbour Board of Gale"), True),
        (Source("Fishermen", "crowd"), False),
    ],
    ids=lambda value: value.name if isinstance(value, Source) else "",
)
def test_somebody_in_particular_is_named(source: Source, wanted: bool) -> None:
    assert is_named(source) is wanted


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    assert People([LIND]).in_full(Source("Lind")) == LIND


def test_a_surname_of_two_persons_stays_as_it_is() -> None:
    people = People([LIND, Source("Ola Lind", "person")])
    assert people.in_full(Source("Lind")) == Source("Lind")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Norway's minister", "Ada Lind"),
        ("Norwegian minister", "Ada Lind"),
        ("the minister of Norway", "Ada Lind"),
        ("Norwegian envoy", "Norwegian envoy"),
        ("minister", "minister"),
    ],
)
def test_an_office_with_its_country_is_who_holds_it(name: str, wanted: str) -> None:
    assert People([LIND]).in_full(Source(name, "person")).name == wanted


def test_an_office_of_two_persons_stays_as_it_is() -> None:
    other = Source("Bo Berg", "person", role="Norway's minister")
    office = Source("Norwegian minister", "person")
    assert People([LIND, other]).in_full(office) == office


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (Source("Norlux boss", "person", affiliation="Norlux"), "Ada Lind"),
        (Source("head of Norlux Group", "person", affiliation="Norlux"), "Ada Lind"),
        (Source("Norlux Chief", "person"), "Ada Lind"),
        (Source("Gale boss", "person", affiliation="Gale"), "Gale boss"),
        (Source("Chief", "person"), "Chief"),
    ],
    ids=lambda value: value.name if isinstance(value, Source) else "",
)
def test_an_office_with_its_body_is_who_holds_it(source: Source, wanted: str) -> None:
    lind = Source("Ada Lind", "person", role="Norlux Group chief", affiliation="Norlux")
    assert People([lind, source]).in_full(source).name == wanted


def test_a_ministry_has_one_name_in_all_spellings() -> None:
    names = ["Norwegian Defence Ministry", "Norway's Ministry of Defense"]
    people = People(Source(name, "government") for name in (*names, names[0]))
    found = {people.in_full(Source(name, "government")).name for name in names}
    assert found == {names[0]}
    other = Source("Norwegian health ministry", "government")
    assert people.in_full(other) == other


def test_spellings_of_one_name_are_one_person_by_the_one_used_most() -> None:
    names = ["Andriy Hrynkiy", "Andrii Hrynky", "Andriy Hrynkyy", "Andriy Hrynkyy"]
    people = People(Source(name, "person") for name in names)
    found = {people.in_full(Source(name, "person")).name for name in [*names, "Hrynky"]}
    assert found == {"Andriy Hrynkyy"}


def test_two_first_names_are_two_persons() -> None:
    people = People([Source("Ola Lind", "person"), LIND])
    assert people.in_full(LIND) == LIND


def test_a_capital_is_called_by_its_country() -> None:
    oslo = Source("Oslo", "government", key="norway")
    assert People([]).in_full(oslo).name == "Norway"


def test_a_government_keeps_the_name_that_a_report_gives_it() -> None:
    government = Source("Norwegian government", "government", key="norway")
    assert People([]).in_full(government).name == "Norwegian government"


def test_who_leads_a_country_is_of_its_government_though_no_report_says_so() -> None:
    assert People([]).body_of(Source("Angela Merkel", "person")) == "germany"


def test_an_outlet_is_nobodys_surname() -> None:
    people = People([Source("Ada Post", "person")])
    assert people.in_full(Source("Post", "news outlet")).name == "Post"


@pytest.mark.parametrize(
    "source",
    [
        LIND,
        Source("Ada Lind", "person"),
        Source("Norway", "government"),
        Source("Oslo", "government"),
        Source("Norwegian navy", "military"),
        Source("two Norwegian officials", "person", is_anonymous=True),
        Source("Otto Brandt", "person", role="Norway's envoy to Chile"),
        Source("the embassy", "government", affiliation="Norway"),
    ],
    ids=lambda source: source.name,
)
def test_who_speaks_for_a_country_is_of_its_government(source: Source) -> None:
    assert People([LIND, source]).body_of(source) == "norway"


def test_a_person_of_whom_nothing_is_told_has_no_body() -> None:
    assert People([]).body_of(Source("Otto Brandt", "person")) is None


def test_another_affiliation_is_a_body_of_its_own() -> None:
    aide = Source("Otto Brandt", "person", affiliation="the Harbour Board")
    assert People([]).body_of(aide) == "harbour board"


def test_a_country_before_a_surname_is_no_part_of_the_name() -> None:
    people = People([LIND, Source("Norway's Lind", "person")])
    assert people.in_full(Source("Norway's Lind", "person")) == LIND


def test_an_office_without_a_country_is_nobodys_other_name() -> None:
    people = People([Source("Bo Berg", "person", role="harbour master")])
    assert people.in_full(Source("Rotterdam")) == Source("Rotterdam")
    assert people.body_of(Source("Norway", "government")) == "norway"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("deputy finance minister", "Ada Lind"),
        ("finance minister", "finance minister"),
        ("Chilean deputy finance minister", "Chilean deputy finance minister"),
    ],
)
def test_an_office_of_many_words_needs_no_country(name: str, wanted: str) -> None:
    people = People(
        [Source("Ada Lind", "person", role="Norway's deputy finance minister")]
    )
    assert people.in_full(Source(name, "person")).name == wanted


def test_the_leader_of_a_country_is_its_president() -> None:
    people = People(
        [
            Source("Ada Lind", "person", role="Chilean president"),
            Source("Bo Berg", "person", role="leader"),
        ]
    )
    assert people.in_full(Source("Chilean leader", "person")).name == "Ada Lind"


def test_who_was_set_up_by_a_country_is_of_its_government() -> None:
    governor = Source("Bo Berg", "person", role="Norway-installed governor of Gale")
    assert People([]).body_of(governor) == "norway"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("minister", True), ("Norwegian minister", False), ("diver", False)],
)
def test_an_office_alone_may_be_anybody_who_holds_it(name: str, wanted: bool) -> None:
    assert People([LIND]).may_be_another(Source(name, "person")) is wanted
