"""Which line belongs to which, and how the table shows it: a module for each way of showing it.

A way gives a parent to every line. Only ways that the table itself shows are tried (``ways.py``); where more than one
could be meant, the one whose sums hold most is taken. Sums never make a level that nothing else shows.
"""
