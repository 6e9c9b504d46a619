"""Finds lessons: the program's own and the user's."""
