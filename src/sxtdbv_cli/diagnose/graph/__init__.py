"""The sums of a table of lines by years as a graph, and what lies around its nodes."""
