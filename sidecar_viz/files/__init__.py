"""Lesson files on disk: reading, placing problems, checking. No Qt."""
