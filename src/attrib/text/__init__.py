"""Characters into tokens, sentences, quotations and dates; no attribution here."""
