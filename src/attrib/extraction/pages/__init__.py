"""One document read once: its words and their classes, noun phrases, verb groups."""
