"""A lesson as Markdown, with its pictures beside it."""
