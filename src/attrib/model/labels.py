"""Labels: enums whose members equal their strings, and that name them when asked."""

import enum
from typing import NoReturn

from attrib.errors import ModelError


def refuse_label(labels: type[enum.Enum], value: object) -> NoReturn:
    """Raise the error for what is no label of an enum, with the labels that are.

    Raises:
        ModelError: Always.

    Example:
        >>> class Coin(enum.Enum):
        ...     HEADS, TAILS = "heads", "tails"
        >>> refuse_label(Coin, "edge")
        Traceback (most recent call last):
        attrib.errors.ModelError: found 'edge', wanted a Coin: 'heads', 'tails'
    """
    known = ", ".join(repr(member.value) for member in labels)
    article = "an" if labels.__name__[0] in "AEIOU" else "a"
    raise ModelError(
        f"found {value!r:.60}, wanted {article} {labels.__name__}: {known}"
    )


class Labels(enum.StrEnum):
    """An enum of strings; what is no member raises an error that lists them.

    Raises:
        ModelError: There is no such member.
    """

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        refuse_label(cls, value)
