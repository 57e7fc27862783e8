"""Marks put into a workbook as it stands: every part that is not touched stays as it is, byte for byte."""
