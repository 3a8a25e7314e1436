"""Pages in, outputs out: paths and bytes."""

from sitegen.render.hosting import ROBOTS
from sitegen.render.media import find_type
from sitegen.render.output import Output
from sitegen.render.render import render, render_assets

__all__ = ["ROBOTS", "Output", "find_type", "render", "render_assets"]
