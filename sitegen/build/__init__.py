"""A request in, a folder out: the only package that knows disk, clock and cores."""

from sitegen.build.delta import Delta, Upload, find_delta
from sitegen.build.editions import ClientWork, Edition
from sitegen.build.loading import Loaded, load_site
from sitegen.build.look import Look, load_look
from sitegen.build.pipeline import build, check, finish, prepare
from sitegen.build.places import find_asked, find_output, find_themes
from sitegen.build.publish import RESERVED
from sitegen.build.request import Prepared, Request, find_day
from sitegen.build.standing import Standing, find_project, load_standing

__all__ = [
    "RESERVED",
    "ClientWork",
    "Delta",
    "Edition",
    "Loaded",
    "Look",
    "Prepared",
    "Request",
    "Standing",
    "Upload",
    "build",
    "check",
    "find_asked",
    "find_day",
    "find_delta",
    "find_output",
    "find_project",
    "find_themes",
    "finish",
    "load_look",
    "load_site",
    "load_standing",
    "prepare",
]
