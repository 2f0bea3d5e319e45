"""A draft against the text that it is based on, for people to read."""
