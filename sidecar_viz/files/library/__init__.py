"""Where lessons lie, and which there are."""
