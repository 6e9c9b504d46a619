"""What the user chose, and the dialog to choose it."""
