"""A lesson as slides: a slide a step, with its picture as vectors."""
