"""What a person or a machine reads: a folder for each kind of result, a module in it for each format."""
