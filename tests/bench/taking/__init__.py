"""What exports cost, and what their rivals do."""
