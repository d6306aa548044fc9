"""Prose to attributions: finding, resolving, nesting, and the pipeline of them."""
