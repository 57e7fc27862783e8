"""A difference between plans shown to people."""
