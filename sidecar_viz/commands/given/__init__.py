"""What is given on the command line, read into values."""
