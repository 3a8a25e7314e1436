"""Where a site is at home: its sitegen.yml, and the folder of sitegen's own work beside it."""

from pathlib import Path

from sitegen.errors import UsageError

CONFIG_NAME = "sitegen.yml"
WORK_FOLDER = ".sitegen"


def find_config(config: Path | None, folder: Path) -> Path:
    """Return the sitegen.yml that counts: the one that was named, else the one in a folder or above it."""
    if config is not None:
        if config.is_file():
            return config.resolve()
        if config.is_dir():
            raise UsageError(f"'{config}' is a folder; name the file {CONFIG_NAME} in it")
        raise UsageError(f"there is no file '{config}'")
    for parent in (folder, *folder.parents):
        if (parent / CONFIG_NAME).is_file():
            return (parent / CONFIG_NAME).resolve()
    raise UsageError("no sitegen.yml here or in a folder above; 'sitegen init DIR' makes a site")


def find_work_folder(config: Path) -> Path:
    """Return the folder beside a sitegen.yml in which sitegen keeps what it needs from build to build."""
    return config.parent / WORK_FOLDER
