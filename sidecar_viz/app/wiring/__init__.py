"""Who listens to whom."""
