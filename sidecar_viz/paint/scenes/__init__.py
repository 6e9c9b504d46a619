"""Pictures before and after the stage: what a lesson asks, and what remains."""
