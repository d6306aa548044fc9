"""Sources: whoever content is attributed to."""

import unicodedata

import attrs

from attrib.errors import ModelError
from attrib.model.fields import check_types
from attrib.model.labels import Labels


class SourceKind(Labels):
    """What sort of thing a source is, as far as the text tells."""

    PERSON = "person"
    GOVERNMENT = "government"
    MILITARY = "military"
    INTELLIGENCE = "intelligence service"
    NEWS_OUTLET = "news outlet"
    COMPANY = "company"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    CROWD = "crowd"
    UNKNOWN = "unknown"


_ARTICLES = ("the ", "an ", "a ")


def source_key(name: str) -> str:
    """Return the key under which a name is the same in every report.

    Case, compatibility forms, a leading article, a trailing possessive and runs of
    white space do not tell names apart.

    Example:
        >>> source_key("The  Kremlin's") == source_key("the kremlin")
        True
        >>> source_key("")
        ''
    """
    if not isinstance(name, str):
        raise ModelError(f"a source's name is text, not {name!r:.60}")
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).replace("’", "'")
    folded = " ".join(name.casefold().split())
    bare = folded.removesuffix("'s")
    if bare.startswith(_ARTICLES):
        bare = bare.partition(" ")[2]
    return bare.strip() or folded


@attrs.frozen(field_transformer=check_types)
class Source:
    """One source: a person, a body, a document, or somebody left unnamed.

    Attributes:
        name: The fullest name known; for an anonymous source its description.
        kind: What sort of thing it is.
        is_anonymous: Whether the text leaves it unnamed ("two officials").
        key: What makes it the same source in every report. By default it is made
            from the name; an anonymous source is only ever the same as itself, so
            whoever makes one should give a key of its own.
        role: Office or title ("Secretary of the Security Council"), if the text
            gives one.
        affiliation: The body it speaks for or belongs to, if the text gives one.
        count: How many people stand behind it, if the text says (anonymous sources
            and joint ones).

    Raises:
        ModelError: The name is no text, it or the key is empty, or the count is
            below 1.

    Example:
        >>> Source("The Kremlin") == Source("The Kremlin", key="kremlin")
        True
        >>> Source("Ada Lind", kind="person").kind is SourceKind.PERSON
        True
    """

    name: str
    kind: SourceKind = attrs.field(default=SourceKind.UNKNOWN, converter=SourceKind)
    is_anonymous: bool = attrs.field(default=False, kw_only=True)
    key: str = attrs.field(kw_only=True)
    role: str | None = attrs.field(default=None, kw_only=True)
    affiliation: str | None = attrs.field(default=None, kw_only=True)
    count: int | None = attrs.field(default=None, kw_only=True)

    @key.default
    def _key_from_name(self) -> str:
        return (
            f"?{source_key(self.name)}" if self.is_anonymous else source_key(self.name)
        )

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            raise ModelError("a source needs a name; use None for no source")
        if not self.key.strip():
            raise ModelError(f"the source {self.name!r:.60} was given an empty key")
        if self.count is not None and self.count < 1:
            raise ModelError(
                f"Source.count: found {self.count}, wanted None or a number from 1"
            )

    def __str__(self) -> str:
        """Return its name."""
        return self.name
