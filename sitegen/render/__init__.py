"""Pages in, outputs out: paths and bytes."""

from sitegen.render.media import find_type
from sitegen.render.output import Output
from sitegen.render.render import render, render_assets

__all__ = ["Output", "find_type", "render", "render_assets"]
