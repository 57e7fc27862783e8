"""A diagnosis shown to people and machines."""
