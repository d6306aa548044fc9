"""Prose to attributions: finding, resolving, nesting, and the pipeline of them.

What lives only while a page is read, and is made thousands of times, is no frozen
class, although nobody changes it: attrs sets each attribute of a frozen one through
`object.__setattr__`, and making it takes three times as long.
"""
