"""What is seen of a run: stage, why line, buttons; rooms beside it for the rest."""
