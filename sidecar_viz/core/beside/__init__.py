"""What stands beside the stage, and what is told of it, at any step of a course."""
