import math
from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.voices import hear, spell_out
from attrib.errors import AttribError, TruthError

names = st.sampled_from("ABCD")
triples = st.lists(st.tuples(names, names, names), max_size=30)
origins = st.dictionaries(names, names)


@given(triples, origins)
def test_an_origin_has_one_voice_for_each_object(
    said: list[tuple[str, str, str]], whence: dict[str, str]
) -> None:
    voices = hear(said, origins=whence)
    heard: dict[tuple[int, int], float] = {}
    for origin, value, share in zip(
        voices.origin_of, voices.value_of, voices.share_of, strict=True
    ):
        key = origin, voices.object_of[value]
        heard[key] = heard.get(key, 0.0) + share
    assert all(share == pytest.approx(1) for share in heard.values())


@given(triples, origins)
def test_every_assertion_is_heard_in_one_voice(
    said: list[tuple[str, str, str]], whence: dict[str, str]
) -> None:
    voices = hear(said, origins=whence)
    heard = [
        (source, voices.objects[voices.object_of[value]], voices.values[value])
        for voice, value in enumerate(voices.value_of)
        for source in voices.sources_of[voice]
    ]
    assert sorted(heard) == sorted(set(said))


@given(triples, origins)
def test_a_function_gives_origins_as_a_mapping_does(
    said: list[tuple[str, str, str]], whence: dict[str, str]
) -> None:
    assert hear(said, origins=whence) == hear(
        said, origins=lambda assertion: whence.get(assertion[0])
    )


def test_sources_of_one_origin_that_disagree_divide_its_voice() -> None:
    said = [
        ("wire", "quay", "shut"),
        ("daily", "quay", "shut"),
        ("post", "quay", "wet"),
    ]
    voices = hear(said, origins=dict.fromkeys(("daily", "post"), "wire"))
    assert dict(zip(voices.values, voices.share_of, strict=True)) == {
        "shut": pytest.approx(2 / 3),
        "wet": pytest.approx(1 / 3),
    }


def test_a_source_that_asserts_two_values_divides_its_voice() -> None:
    voices = hear([("Ada", "quay", "shut"), ("Ada", "quay", "open")])
    assert voices.share_of == [0.5, 0.5]


def test_an_origin_may_differ_from_one_assertion_to_the_next() -> None:
    said = [("daily", "quay", "shut"), ("daily", "mayor", "Lind")]
    voices = hear(said, origins=lambda one: "wire" if one[1] == "quay" else None)
    assert voices.origins == ["wire", "daily"]


@pytest.mark.parametrize(
    "assertion", [("Ada", "quay"), ("Ada", "quay", 1, 2), 7, None, "abc"], ids=repr
)
def test_what_is_no_triple_is_an_error_that_shows_it(assertion: object) -> None:
    with pytest.raises(
        TruthError, match="triple of source, object and value"
    ) as caught:
        hear([assertion])  # type: ignore[arg-type]  # no triple, on purpose
    assert repr(assertion) in str(caught.value)
    assert isinstance(caught.value, AttribError)


@pytest.mark.parametrize("place", range(3))
def test_what_cannot_be_hashed_is_an_error_that_shows_it(place: int) -> None:
    assertion: list[Hashable] = ["Ada", "quay", "shut"]
    assertion[place] = [1]  # type: ignore[call-overload]  # on purpose
    with pytest.raises(TruthError, match=r"must be hashable, not as in .*\[1\]"):
        hear([tuple(assertion)])  # type: ignore[arg-type]  # of unknown length


@pytest.mark.parametrize("place", range(3))
def test_nan_is_an_error_that_shows_where_it_is(place: int) -> None:
    assertion: list[Hashable] = ["Ada", "quay", "shut"]
    assertion[place] = math.nan
    with pytest.raises(
        TruthError, match=r"does not equal itself, such as NaN, in .*nan"
    ):
        hear([tuple(assertion)])  # type: ignore[arg-type]  # of unknown length


@pytest.mark.parametrize(
    ("origin", "message"),
    [
        (math.nan, "the origin of 'Ada' is nan, .*that is not known is None"),
        (["wire"], "the origin of 'Ada' must be hashable, not"),
    ],
    ids=["NaN", "a list"],
)
def test_an_origin_that_tells_nobody_apart_is_an_error(
    origin: object, message: str
) -> None:
    said = [("Ada", "quay", "shut")]
    with pytest.raises(TruthError, match=message):
        hear(said, origins={"Ada": origin})


@pytest.mark.parametrize("origins", [["wire"], "wire", 7, []], ids=repr)
def test_origins_that_are_no_mapping_are_an_error_that_says_so(origins: object) -> None:
    with pytest.raises(TruthError, match="origins are a mapping from source to origin"):
        hear([("Ada", "quay", "shut")], origins=origins)  # type: ignore[arg-type]  # on purpose


def test_assertions_that_are_no_iterable_are_an_error() -> None:
    with pytest.raises(TruthError, match=r"assertions are triples of .*, not None"):
        hear(None)  # type: ignore[arg-type]  # on purpose


def test_an_error_in_the_function_for_origins_is_not_hidden() -> None:
    def fail(assertion: tuple[str, str, str]) -> str:
        raise TypeError(f"cannot trace {assertion[0]}")

    with pytest.raises(TypeError, match="cannot trace Ada"):
        hear([("Ada", "quay", "shut")], origins=fail)


@given(st.permutations(["Lind", "Holm", "Berg"]))
def test_sets_are_spelled_out_in_order(names: list[str]) -> None:
    assert spell_out(frozenset(names)) == "{'Berg', 'Holm', 'Lind'}"
    assert spell_out((1, frozenset(names))) == "(1, {'Berg', 'Holm', 'Lind'})"
