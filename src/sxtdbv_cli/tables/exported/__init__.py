"""Tables that the program itself wrote, read back exactly."""
