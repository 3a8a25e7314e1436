"""A day becomes a working site, answers become new files of one: what stands in front of a PM's first update."""

from sitegen.starter.editors import add_schema_line, has_schemas
from sitegen.starter.ground import Ground, load_ground
from sitegen.starter.pieces import (
    SURVEY_LANGUAGES,
    SURVEY_TEMPLATES,
    write_client,
    write_project,
    write_survey,
    write_theme,
)
from sitegen.starter.site import make_starter, write_starter

__all__ = [
    "SURVEY_LANGUAGES",
    "SURVEY_TEMPLATES",
    "Ground",
    "add_schema_line",
    "has_schemas",
    "load_ground",
    "make_starter",
    "write_client",
    "write_project",
    "write_starter",
    "write_survey",
    "write_theme",
]
