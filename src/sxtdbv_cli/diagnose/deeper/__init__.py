"""Small tables whose sums are no graph, as where columns nest deeper: elimination in whole numbers."""
