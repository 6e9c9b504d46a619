"""New lessons: an empty one, or one from a pod's manifest."""
