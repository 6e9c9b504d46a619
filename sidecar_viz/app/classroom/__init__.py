"""What a teacher does with a class: votes, answer cards, the check of the room."""
