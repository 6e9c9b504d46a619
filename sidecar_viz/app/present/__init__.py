"""Presenting: two more views of the same player, and its tools."""
