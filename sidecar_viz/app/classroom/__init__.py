"""Votes, the room check and what comes of them."""
