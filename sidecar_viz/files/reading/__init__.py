"""Turns a file's bytes into a typed lesson, or into mistakes with their places."""
