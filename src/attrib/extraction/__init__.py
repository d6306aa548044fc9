"""Prose to attributions: finding, resolving, nesting, and the pipeline of them.

Each folder reads one thing and stands on those before it: `pages` (words and phrases),
`mentions` (what a noun phrase says of a source) and `circumstances`; `sources`,
`subjects` and `contents`; `cues`, which bring source and content together; `relays`.

What lives only while a page is read, and is made thousands of times, is no frozen
class, although nobody changes it: attrs sets each attribute of a frozen one through
`object.__setattr__`, and making it takes three times as long.
"""
