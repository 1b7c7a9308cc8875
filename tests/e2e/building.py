"""A program for tests: marks where its own work begins, then runs `kit` with the words it is given."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kit.cli.app import main
from tests.faults import begin

if __name__ == "__main__":
    begin()
    main(sys.argv[1:])
