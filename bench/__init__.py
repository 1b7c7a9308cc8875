"""Timings against peers: ratios within one run, never a test."""
