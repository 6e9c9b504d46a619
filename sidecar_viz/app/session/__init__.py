"""What is kept between two starts, and what outlives a dialog."""
