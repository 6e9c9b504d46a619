"""What the lab has open and plays: manifest, script, run, playhead."""
