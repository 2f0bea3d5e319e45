"""Finding words in a draft: the text picks the entries that are tried, not the reverse."""
