"""What a lesson says, as values that text, slides and paper write down."""
