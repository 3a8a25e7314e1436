"""What the reference is written with: one module a page."""
