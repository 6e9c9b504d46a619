"""The rules for lessons beyond their types; each is a row in checks."""
