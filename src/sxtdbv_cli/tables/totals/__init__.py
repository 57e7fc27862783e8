"""Totals: which lines a total above, below or inside the list is the sum of.

A total at the top is the parent of what follows. Any other is the sum of the lines before it: of a section that has no
figures of its own (which gets them), of the lines since the last total (it becomes their parent), or of everything (it
is the declared total of the plan). Words say what it may be, its sums say which.
"""
