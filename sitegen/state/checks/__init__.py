"""The checks of the content beyond its form: one module a rule, one table of them all."""

from sitegen.state.checks.check import DigestOf, check_project, check_site
from sitegen.state.checks.table import CHECKS, Check

__all__ = ["CHECKS", "Check", "DigestOf", "check_project", "check_site"]
