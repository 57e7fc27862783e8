"""What a document says around its table."""
