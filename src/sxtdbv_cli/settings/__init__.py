"""The configuration of a folder: found above a checked file, read with places, and weighed against the options."""
