"""Views in, HTML out: theme folders, templates, assets, words in each language."""

from sitegen.theme.assets import Asset, make_asset
from sitegen.theme.chain import builtin_themes_folder
from sitegen.theme.colour import brand_css, make_legible
from sitegen.theme.languages import fall_back, is_known_language
from sitegen.theme.themes import Theme, extract_words, format_words, load_theme
from sitegen.theme.words import Word

__all__ = [
    "Asset",
    "Theme",
    "Word",
    "brand_css",
    "builtin_themes_folder",
    "extract_words",
    "fall_back",
    "format_words",
    "is_known_language",
    "load_theme",
    "make_asset",
    "make_legible",
]
