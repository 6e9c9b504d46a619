"""Kinds of actors and links: their forms, icons and outlines, as tables."""
