"""Commands and their keys: a row each, and Qt's actions made of them."""
