"""From a file's bytes to a typed lesson, all mistakes with their places."""
