"""Cues: what each kind of them attributes, and which of its readings is chosen."""
