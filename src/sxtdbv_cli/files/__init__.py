"""Reading plans from files, with the place of everything in them: one module a file type."""
