"""The rules: pure code over frozen values. No clock, no files, no third-party import."""
