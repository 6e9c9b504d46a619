"""Sizes of actors, rows and words, before anything has a place."""
