"""A lesson as a film or a looping picture: when, how it looks, how it is encoded."""
