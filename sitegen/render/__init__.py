"""Pages in, outputs out: paths and bytes."""

from sitegen.render.output import Output
from sitegen.render.render import render, render_assets

__all__ = ["Output", "render", "render_assets"]
