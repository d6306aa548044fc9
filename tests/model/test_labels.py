import enum
import pkgutil
from importlib import import_module

import pytest

import attrib.model
from attrib.errors import ModelError
from attrib.model.source import Source

LABELS = sorted(
    {
        each
        for module in pkgutil.iter_modules(attrib.model.__path__, "attrib.model.")
        for each in vars(import_module(module.name)).values()
        if isinstance(each, enum.EnumType) and len(each)
    },
    key=lambda labels: labels.__name__,
)


@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels.__name__)
@pytest.mark.parametrize("value", ["", "perhaps", None, 5, b"asserts"], ids=repr)
def test_what_is_no_label_is_an_error_that_lists_the_labels(
    labels: type[enum.Enum], value: object
) -> None:
    with pytest.raises(ModelError, match=f"wanted an? {labels.__name__}: ") as caught:
        labels(value)
    assert str(caught.value).startswith(f"found {value!r}")
    assert all(repr(label.value) in str(caught.value) for label in labels)


def test_a_source_of_no_kind_there_is_is_told_the_kinds() -> None:
    with pytest.raises(ModelError, match="found 'boat', wanted a SourceKind: 'person'"):
        Source("Ada Lind", kind="boat")
