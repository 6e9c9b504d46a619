"""What the lab asks for: what breaks, what is assumed, which second, which pod."""
