"""The player, the one owner of the playhead, and its controls."""
