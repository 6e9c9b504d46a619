"""A storm of lessons that nobody wrote: mutated ones and made-up ones."""
