"""`python -m sitegen`: the command, where it is not on the path."""

from sitegen.cli import run

run()
