"""From the rows of a body to a tree of lines: the way of nesting that fits best, with the totals in their places."""
