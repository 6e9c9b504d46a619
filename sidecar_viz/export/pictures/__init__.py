"""Moments of a lesson as pictures: pixels and vectors."""
