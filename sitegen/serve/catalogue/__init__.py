"""A theme in, one page out: each of its components in each of its states, for whoever makes a theme."""

from sitegen.serve.catalogue.page import CATALOGUE, render_catalogue

__all__ = ["CATALOGUE", "render_catalogue"]
