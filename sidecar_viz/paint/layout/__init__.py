"""Finds the place of every actor on a stage of a given size."""
