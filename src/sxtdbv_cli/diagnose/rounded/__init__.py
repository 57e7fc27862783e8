"""Tables that are rounded, or whose sums are no graph: sets of cells that bring all sums within rounding."""
