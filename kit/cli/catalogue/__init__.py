"""What the kit says, once per language: sentences by code."""
