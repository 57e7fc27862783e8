"""The smallest sets of cells that explain a graph: forests over its failing nodes; the proof that none is smaller."""
