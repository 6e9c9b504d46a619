"""Presenting: the view of the audience, the teacher's console, and the tools."""
