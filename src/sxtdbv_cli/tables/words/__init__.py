"""The words of budget tables: of headings, of totals, of other titles."""
