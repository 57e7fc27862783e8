"""The parts of the screen of a check."""
