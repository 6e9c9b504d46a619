"""The columns of a ledger: who holds what, and how it is handed over."""
