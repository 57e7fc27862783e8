"""What is in force for a file: a module for each format."""
