"""Formulas of a spreadsheet, as far as they are sums: read, calculated exactly, and told apart into what they add."""
