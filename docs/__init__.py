"""The documentation: pages written by hand, and a reference written from the code."""
