"""From documents to files: the only floor (with sending/) that writes."""
