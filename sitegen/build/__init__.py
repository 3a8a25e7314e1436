"""A request in, a folder out: the only package that knows disk, clock and cores."""

from sitegen.build.loading import Loaded, find_config, load_site
from sitegen.build.pipeline import Prepared, Request, build, check, find_day, finish, prepare
from sitegen.build.places import find_output, find_themes
from sitegen.build.report import BuildReport, LeftOut

__all__ = [
    "BuildReport",
    "LeftOut",
    "Loaded",
    "Prepared",
    "Request",
    "build",
    "check",
    "find_config",
    "find_day",
    "find_output",
    "find_themes",
    "finish",
    "load_site",
    "prepare",
]
