"""Where every actor stands in a stage of a size."""
