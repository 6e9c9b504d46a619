"""The pod at a moment: its bands, cards and gates, and what is around it."""
