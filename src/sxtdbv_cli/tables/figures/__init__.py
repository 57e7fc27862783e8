"""Figures: how a table writes them, and their exact values."""
