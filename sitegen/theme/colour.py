"""A brand's colour in: the nearest one that can be read, and the style sheet that carries it."""

import colorsys
import re

LIGHT = "#ffffff"
DARK = "#14171c"
TEXT_RATIO = 4.5
"""What WCAG 2.2 asks of text (1.4.3, level AA)."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_STEPS = 255


def parse_colour(text: str) -> tuple[int, int, int]:
    """Read `#rgb` or `#rrggbb` into red, green and blue from 0 to 255; raise `ValueError` for anything else."""
    if not _HEX.fullmatch(text):
        raise ValueError(f"'{text}' is no colour; write it as '#1a6b4f'")
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def measure_contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    The formula is WCAG 2.2's "contrast ratio": (lighter + 0.05) / (darker + 0.05) of their relative luminances.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def make_legible(colour: str, background: str, ratio: float = TEXT_RATIO) -> str:
    """Return the colour nearest to `colour`, of its hue and saturation, whose contrast on `background` reaches `ratio`.

    It is made darker on a light background and lighter on a dark one. Raise `ValueError` where neither a wrong
    colour nor black or white can reach the ratio.
    """
    red, green, blue = (part / 255 for part in parse_colour(colour))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    end = 0.0 if measure_contrast("#000000", background) > measure_contrast("#ffffff", background) else 1.0
    for step in range(_STEPS + 1):
        moved = lightness + (end - lightness) * step / _STEPS
        candidate = _format(colorsys.hls_to_rgb(hue, moved, saturation))
        if measure_contrast(candidate, background) >= ratio:
            return candidate
    raise ValueError(f"no colour reaches a contrast of {ratio} on '{background}'")


def pick_ink(colour: str) -> str:
    """Return white or black, whichever is read better upon `colour`; one of the two always reaches 4.5."""
    return max("#ffffff", "#000000", key=lambda ink: measure_contrast(ink, colour))


def brand_css(colour: str, *, light: str = LIGHT, dark: str = DARK) -> bytes:
    """Return the style sheet that sets `--accent` and `--accent-ink` for pages on `light` and on `dark`."""
    day, night = (
        f"--accent:{accent};--accent-ink:{pick_ink(accent)}"
        for accent in (make_legible(colour, light), make_legible(colour, dark))
    )
    return f":root{{{day}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n".encode()


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it, over sRGB's own curve (IEC 61966-2-1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in parse_colour(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _format(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
