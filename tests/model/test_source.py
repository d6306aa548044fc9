import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.errors import ModelError
from attrib.model.source import Source, SourceKind, source_key

names = st.text(min_size=1).filter(lambda name: name.strip())
plain_names = st.from_regex(r"[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}", fullmatch=True)


@given(st.text())
def test_every_name_has_a_key_in_one_line(name: str) -> None:
    key = source_key(name)
    assert key == " ".join(key.split())


@given(plain_names)
def test_case_space_and_possessives_do_not_tell_names_apart(name: str) -> None:
    key = source_key(name)
    assert source_key(name.upper()) == key
    assert source_key(f"  {name.replace(' ', '   ')} ") == key
    assert source_key(f"{name}'s") == key
    assert source_key(f"{name}’s") == key
    assert source_key(f"{name} 's") == key


@pytest.mark.parametrize("article", ["the", "The", "a", "an", "An"])
def test_a_leading_article_does_not_tell_names_apart(article: str) -> None:
    assert source_key(f"{article} coast guard") == "coast guard"


@pytest.mark.parametrize(
    "name", ["Theodora Lind", "Anders Holm", "Agence Nord", "The", "A"]
)
def test_an_article_is_a_word_and_not_a_beginning(name: str) -> None:
    assert source_key(name) == name.casefold()


def test_compatibility_forms_are_one_name() -> None:
    assert source_key("Ｎｏｒｄ") == source_key("Nord")
    assert source_key("Cafe\u0301 Nord") == source_key("Café Nord")


@given(names)
@example("'s")
@example("The 's")
def test_a_source_never_has_an_empty_key(name: str) -> None:
    assert Source(name).key


@given(names)
def test_a_source_is_written_as_its_name(name: str) -> None:
    assert str(Source(name)) == name


@given(names)
def test_a_source_is_not_the_anonymous_one_of_that_name(name: str) -> None:
    assert Source(name).key != Source(name, is_anonymous=True).key


def test_a_given_key_makes_two_names_one_source() -> None:
    given_key = Source("Lind", key="ada lind")
    assert given_key.key == Source("Ada Lind").key
    assert given_key != Source("Ada Lind")


def test_kinds_compare_equal_to_their_values() -> None:
    assert Source("Nordic Post", "news outlet").kind == "news outlet"
    assert Source("Nordic Post").kind is SourceKind.UNKNOWN


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="found 'oracle', wanted a SourceKind"):
        Source("Pythia", "oracle")


@pytest.mark.parametrize("name", ["", "  \n"], ids=["empty", "blank"])
def test_a_source_without_a_name_is_an_error(name: str) -> None:
    with pytest.raises(ModelError, match="needs a name"):
        Source(name)


@pytest.mark.parametrize("key", ["", " "], ids=["empty", "blank"])
def test_an_empty_key_is_an_error(key: str) -> None:
    with pytest.raises(ModelError, match="'Ada Lind' was given an empty key"):
        Source("Ada Lind", key=key)


@pytest.mark.parametrize("count", [0, -2])
def test_a_source_of_nobody_is_an_error(count: int) -> None:
    with pytest.raises(ModelError, match=f"Source.count: found {count}, wanted"):
        Source("officials", count=count)
