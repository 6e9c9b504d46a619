"""What is done by hand on the picture: pull, choose, point."""
