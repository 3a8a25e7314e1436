"""Pages in a real browser: what a reader sees, hears, prints and reaches by keyboard."""
