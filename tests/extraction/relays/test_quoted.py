"""Accounts inside quotations: who is quoted tells what somebody else has said."""

import pytest

import attrib
from extraction.told import contents_of


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            '"Norway says it wants to run the port," the mayor said on Monday.',
            "mayor ← Norway: it wants to run the port",
        ),
        (
            '"The port will close, according to two officials," Baltic Wire wrote.',
            "Baltic Wire ← two officials: The port will close",
        ),
        (
            '"As an old guard told me, the dam is weak," said Ada Lind.',
            "Ada Lind ← old guard: the dam is weak",
        ),
        (
            '"Two sources at the port have told Baltic Wire that it will close.',
            "Baltic Wire ← Two sources at the port: that it will close",
        ),
    ],
)
def test_a_quotation_that_is_all_an_account_is_a_link(text: str, chain: str) -> None:
    assert contents_of(text) == {chain}


@pytest.mark.parametrize(
    "text",
    [
        '"I said it would fail," the mayor said.',
        '"You told us it would fail," the mayor said.',
        '"Our spokesman told you it would fail," the mayor said.',
        '"She told me that it would fail," the mayor said.',
        '"We crossed it because the army said the bridge was safe," the mayor said.',
        '"It is cold. The army said the bridge was safe," the mayor said.',
    ],
)
def test_what_others_say_in_the_midst_of_speech_is_the_speakers(text: str) -> None:
    assert [len(chain.links) for chain in attrib.parse(text).chains()] == [1]
