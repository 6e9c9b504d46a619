"""Somebody presses keys and clicks at random, thousands of times."""
