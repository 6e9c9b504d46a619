"""Cards and tiles: rounded sheets with rows of words, counts and chips."""
