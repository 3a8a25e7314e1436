"""Plan and updates in, an honest status page for each client out."""

__version__ = "0.1.0"
