"""What was understood of a table: one module for each format, from a report to text."""
