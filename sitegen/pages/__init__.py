"""States in, pages out: each with its path, its template and its view."""
