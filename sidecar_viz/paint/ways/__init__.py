"""The ways that links take between the actors."""
