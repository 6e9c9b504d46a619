"""What the API server would refuse in a manifest, in its own words."""
