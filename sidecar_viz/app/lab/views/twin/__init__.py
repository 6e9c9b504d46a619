"""A run beside its twin."""
