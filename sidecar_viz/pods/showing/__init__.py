"""What a picture of a run shows: lanes, folds, cards, gates and clocks, as values."""
