"""A lesson as one web page: what is drawn, recorded; what is said; put together."""
