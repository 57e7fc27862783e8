"""The sheets of an exported workbook. Its cells are addressed by row and column from 0, as xlsxwriter does."""
