"""Santun: a letter and reminder kit made of files."""

__version__ = "0.1.0"
