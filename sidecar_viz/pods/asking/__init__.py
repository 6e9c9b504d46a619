"""What is asked of a run: why it is so, what a break would do, how a twin differs."""
