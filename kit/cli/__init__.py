"""The door: Click commands, exit codes, the only clock."""

from kit.cli.app import main

__all__ = ["main"]
