"""What a mention says of its source: a person, an office, an outlet, a document."""
