"""Accidents of other programs that remind, bill and split: one test for each, or a line that says why it cannot occur."""
