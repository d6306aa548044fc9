"""How far to believe a source or a claim, and why."""
