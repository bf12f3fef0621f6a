"""What is kept: pages, records, decisions; append-only, with full-text search; the only SQL."""
