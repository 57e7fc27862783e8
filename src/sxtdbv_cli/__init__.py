"""Validates and reconciles public budget plans: adds up every sum a table promises and finds the wrong cells."""

__version__ = "0.1.0"
