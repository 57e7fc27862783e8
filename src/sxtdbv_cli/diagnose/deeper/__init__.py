"""Tables whose sums are no graph, as columns that nest deeper: elimination in whole numbers over the same sums."""
