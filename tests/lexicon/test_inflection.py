"""Forms of English words that follow from a base form."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.lexicon.inflection import add_s, conjugate

IRREGULAR = {
    "say": "said said",
    "write": "wrote written",
    "show": "showed shown",
    "cast": "cast cast",
    "quip": "quipped quipped",
}
bases = st.text(st.sampled_from("abdeilmnorstuyx"), min_size=2, max_size=9)


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("report", ["report", "reports", "reporting", "reported"]),
        ("note", ["note", "notes", "noting", "noted"]),
        ("deny", ["deny", "denies", "denying", "denied"]),
        ("say", ["say", "says", "saying", "said"]),
        ("portray", ["portray", "portrays", "portraying", "portrayed"]),
        ("agree", ["agree", "agrees", "agreeing", "agreed"]),
        ("stress", ["stress", "stresses", "stressing", "stressed"]),
        ("lie", ["lie", "lies", "lying", "lied"]),
        ("preach", ["preach", "preaches", "preaching", "preached"]),
        ("quip", ["quip", "quips", "quipping", "quipped"]),
        ("write", ["write", "writes", "writing", "wrote", "written"]),
        ("reveal", ["reveal", "reveals", "revealing", "revealed"]),
        (
            "signal",
            "signal signals signaling signalling signaled signalled".split(),
        ),
        ("echo", ["echo", "echoes", "echoing", "echoed"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_verb_has_these_forms_and_no_others(base: str, forms: list[str]) -> None:
    assert sorted(conjugate(base, IRREGULAR)) == sorted(forms)


@pytest.mark.parametrize(
    ("base", "form", "tags"),
    [
        ("report", "report", "v"),
        ("report", "reports", "z"),
        ("report", "reporting", "g"),
        ("report", "reported", "dq"),
        ("write", "wrote", "d"),
        ("write", "written", "q"),
        ("show", "shown", "q"),
        ("cast", "cast", "vdq"),
    ],
)
def test_a_form_has_the_tags_it_may_have(base: str, form: str, tags: str) -> None:
    assert conjugate(base, IRREGULAR)[form] == tags


def first_forms(base: str) -> dict[str, str]:
    """Return the forms of a regular verb without "signalled" beside "signaled"."""
    forms = conjugate(base, {})
    is_either = f"{base}ed" in forms
    return {
        form: tags
        for form, tags in forms.items()
        if not (is_either and form in (f"{base}led", f"{base}ling"))
    }


@given(bases)
@example("label")
def test_every_verb_has_each_tag_once(base: str) -> None:
    assert sorted("".join(first_forms(base).values())) == sorted("vzgdq")


@given(bases)
def test_a_regular_verb_has_one_form_for_past_and_participle(base: str) -> None:
    forms = first_forms(base)
    assert [tags for tags in forms.values() if "d" in tags] == ["dq"]


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("mayor", "mayors"),
        ("ministry", "ministries"),
        ("envoy", "envoys"),
        ("boss", "bosses"),
        ("church", "churches"),
        ("think-tank", "think-tanks"),
    ],
)
def test_a_noun_has_this_plural(singular: str, plural: str) -> None:
    assert add_s(singular) == plural
