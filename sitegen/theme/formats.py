"""What CLDR says of a language is cut down to what pages need of it, and kept, since the whole takes long to load."""

import pickle

from babel import Locale, localedata
from babel import __version__ as babel_version

from sitegen.memory import Kept

UNUSED = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "compound_unit_patterns",
    "date_fields",
    "interval_formats",
    "languages",
    "meta_zones",
    "scripts",
    "territories",
    "time_zones",
    "unit_display_names",
    "variants",
)
"""Names of countries, languages, time zones and the like: most of the data, and on no page."""

UNITS = ("duration-day", "duration-hour", "duration-minute")

VERSION = " ".join((babel_version, *UNUSED, *UNITS))
"""What decides what is kept."""


def load_formats(locale: Locale, kept: Kept) -> None:
    """Load the formats of a locale from what was kept of them, or keep them.

    Babel loads a locale when it is first asked of it, and remembers it in a dictionary of its own. Where a release of
    it has none of that name, it loads the whole as ever.
    """
    known = getattr(localedata, "_cache", None)
    name = str(locale)
    if not isinstance(known, dict) or name in known:
        return
    found = kept.find(f"{name}.formats", VERSION)
    if found is None:
        found = pickle.dumps(_cut(localedata.load(name)))
        kept.keep(f"{name}.formats", VERSION, found)
    known[name] = pickle.loads(found)


def _cut(data: dict[str, object]) -> dict[str, object]:
    """Return the part of a locale's data that is of use here."""
    cut = {key: value for key, value in data.items() if key not in UNUSED}
    units = cut["unit_patterns"]
    assert isinstance(units, dict)
    return cut | {"unit_patterns": {unit: units[unit] for unit in UNITS}}
