"""A request in, a folder out: the only package that knows disk, clock and cores."""

from sitegen.build.editions import ClientWork, Edition
from sitegen.build.loading import Loaded, find_config, load_site
from sitegen.build.pipeline import build, check, finish, prepare
from sitegen.build.places import find_asked, find_output, find_themes
from sitegen.build.publish import RESERVED
from sitegen.build.report import BuildReport, LeftOut
from sitegen.build.request import Prepared, Request, find_day
from sitegen.build.shards import WHOLE, Shard, parse_shard
from sitegen.build.standing import Standing, find_project, load_standing

__all__ = [
    "RESERVED",
    "WHOLE",
    "BuildReport",
    "ClientWork",
    "Edition",
    "LeftOut",
    "Loaded",
    "Prepared",
    "Request",
    "Shard",
    "Standing",
    "build",
    "check",
    "find_asked",
    "find_config",
    "find_day",
    "find_output",
    "find_project",
    "find_themes",
    "finish",
    "load_site",
    "load_standing",
    "parse_shard",
    "prepare",
]
