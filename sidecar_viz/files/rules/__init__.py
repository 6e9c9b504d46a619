"""What a lesson must keep to beyond its types; a rule is a row in checks."""
