import copy
import importlib
import pickle
import pkgutil
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attrib
from attrib import errors
from attrib.errors import AttribError, MissingExtraError, caret, missing_extra

classes = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, Exception)
]
every = pytest.mark.parametrize("error", classes, ids=lambda error: error.__name__)


@every
def test_every_error_is_an_attrib_error_and_says_so_in_its_name(
    error: type[Exception],
) -> None:
    assert issubclass(error, AttribError)
    assert error.__name__.endswith("Error")


def test_every_kind_of_error_is_imported_from_one_place() -> None:
    for module in pkgutil.walk_packages(attrib.__path__, "attrib."):
        if module.name != "attrib.__main__":
            importlib.import_module(module.name)
    kinds = AttribError.__subclasses__()
    assert {kind.__module__ for kind in kinds} == {"attrib.errors"}


@every
def test_every_error_is_also_the_fitting_builtin(error: type[Exception]) -> None:
    builtins = (ValueError, TypeError, LookupError, ImportError)
    assert error is AttribError or issubclass(error, builtins)


@every
def test_every_error_survives_pickling_and_copying(error: type[Exception]) -> None:
    raised = error("span [4, 4) is not a stretch of text")
    raised.add_note("while reading the second report")
    for back in (pickle.loads(pickle.dumps(raised)), copy.copy(raised)):
        assert type(back) is error
        assert str(back) == str(raised)
        assert back.args == raised.args
        assert back.__notes__ == raised.__notes__


@every
def test_an_error_can_carry_its_cause(error: type[Exception]) -> None:
    cause = KeyError("start")
    with pytest.raises(error) as caught:
        raise error("no start") from cause
    assert caught.value.__cause__ is cause


LONG = "x" * 10_000


@pytest.mark.parametrize(
    "call",
    [
        lambda: attrib.load_lexicon(LONG),
        lambda: attrib.similarity([LONG], LONG),  # type: ignore[arg-type]
        lambda: attrib.parse("", lexicon=LONG),  # type: ignore[arg-type]
        lambda: attrib.parse_many([], workers=LONG),  # type: ignore[arg-type]
        lambda: attrib.parse("").chains(kinds=LONG),
        lambda: attrib.discover_truth([], method=LONG),
        lambda: attrib.discover_truth([LONG]),  # type: ignore[arg-type]
        lambda: attrib.summarize(attrib.parse(""), as_of=LONG),
        lambda: attrib.load_lexicon().extended(outlets=LONG),
        lambda: attrib.Document("", published=LONG),
        lambda: attrib.Document("", lang=[LONG]),  # type: ignore[arg-type]
        lambda: attrib.Document("", id=[LONG]),  # type: ignore[arg-type]
        lambda: attrib.Document("", outlet=[LONG]),  # type: ignore[arg-type]
        lambda: attrib.Source([LONG]),  # type: ignore[arg-type]
        lambda: attrib.Source(LONG, key=" "),
        lambda: attrib.Span(LONG, 4),  # type: ignore[arg-type]
    ],
)
def test_an_error_does_not_repeat_a_long_argument(call: Callable[[], object]) -> None:
    with pytest.raises(AttribError) as caught:
        call()
    assert 10 < len(str(caught.value)) < 300


def test_a_missing_extra_says_how_to_install_it() -> None:
    error = missing_extra("rich", "cli")
    assert isinstance(error, MissingExtraError)
    assert 'pip install "attrib[cli]"' in str(error)


@given(st.text(st.characters(exclude_characters="\n")), st.data())
def test_a_caret_stands_under_the_character_it_means(
    line: str, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(line)))
    before = data.draw(st.sampled_from(["", "first line\n", "\n\n"]))
    shown, under = caret(f"{before}{line}\nnext", len(before) + position).split("\n")
    assert under == " " * (len(under) - 1) + "^"
    assert shown in line
    assert shown[len(under) - 1 :][:1] == line[position : position + 1]


@given(st.text(), st.integers(), st.integers(2, 80))
def test_a_caret_is_never_beyond_the_width_and_takes_any_position(
    text: str, position: int, width: int
) -> None:
    shown, under = caret(text, position, width=width).split("\n")
    assert len(shown) <= width
    assert len(under) <= width + 1
