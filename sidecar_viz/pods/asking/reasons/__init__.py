"""Why something is so: a run at one second, causes, effects, what holds back."""
