"""Whom a text knows: each source with its names, and whom a pronoun stands for."""
