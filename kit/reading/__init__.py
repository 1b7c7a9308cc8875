"""From files to values: strict YAML, every problem with its line and column. Writes nothing."""
