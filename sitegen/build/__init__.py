"""A request in, a folder out: the only package that knows disk, clock and cores."""

from sitegen.build.delta import Delta, Upload, find_delta
from sitegen.build.frame import Frame
from sitegen.build.loading import Loaded, load_settings, load_site
from sitegen.build.look import Look, load_look
from sitegen.build.pipeline import Built, Request, build, build_anew, check
from sitegen.build.places import find_asked, find_output, find_themes
from sitegen.build.publish import RESERVED
from sitegen.build.result import ShownProject, ShownReader, ShownUpdate
from sitegen.build.standing import Standing, find_address, find_project, load_standing

__all__ = [
    "RESERVED",
    "Built",
    "Delta",
    "Frame",
    "Loaded",
    "Look",
    "Request",
    "ShownProject",
    "ShownReader",
    "ShownUpdate",
    "Standing",
    "Upload",
    "build",
    "build_anew",
    "check",
    "find_address",
    "find_asked",
    "find_delta",
    "find_output",
    "find_project",
    "find_themes",
    "load_look",
    "load_settings",
    "load_site",
    "load_standing",
]
