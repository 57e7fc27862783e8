"""Which of several explanations is likelier, and by which slip a figure came about."""
