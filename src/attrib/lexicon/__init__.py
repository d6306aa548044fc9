"""Language packs: the words and rules of reporting, as data with their own proof."""
