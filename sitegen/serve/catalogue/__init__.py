"""A theme in, one page out: each of its components in each of its states, for whoever makes a theme."""

from sitegen.serve.catalogue.page import CATALOGUE, write_catalogue

__all__ = ["CATALOGUE", "write_catalogue"]
