"""From values to words: messages, letters and pages as text and HTML. Writes nothing."""
