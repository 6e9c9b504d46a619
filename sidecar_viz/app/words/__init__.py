"""What the lesson says at a step, to eyes and to screen readers."""
