"""What came back, as the firm reads it."""
