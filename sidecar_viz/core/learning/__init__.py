"""What a pupil or a class does with a lesson: quiz, votes, progress, pace."""
