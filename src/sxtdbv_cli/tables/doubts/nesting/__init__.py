"""SX513: which line belongs to which, and which lines a total is the sum of."""
