"""A lesson on paper: handouts, worksheets, cards to cut out, manifests."""
