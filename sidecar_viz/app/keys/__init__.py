"""Commands as values, and the keys, menus and actions made of them."""
