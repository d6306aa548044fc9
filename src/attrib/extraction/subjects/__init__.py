"""Who reports: the noun phrase before a verb, with all that belongs to it."""
