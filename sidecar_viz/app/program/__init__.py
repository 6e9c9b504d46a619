"""All parts of the program, each made when it is first wanted."""
