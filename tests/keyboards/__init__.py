"""Every key of the table, pressed on the keyboards of many countries."""
