"""How large actors, rows and words become, before anything has a place."""
