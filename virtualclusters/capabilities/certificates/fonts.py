"""Brings the Noto fonts of the npm lock file to where certificates find them: ``python -m
virtualclusters.capabilities.certificates.fonts``.

They lie in ``built`` beside this module, which git ignores and the wheel carries, with the Open Font License beside them. No browser
loads them: they are no static files.
"""

import shutil
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
BUILT = Path(__file__).with_name("built")
NODE_MODULES = PACKAGE.parent / "node_modules"
FAMILIES = {"NotoSans": "@expo-google-fonts/noto-sans", "NotoSansDevanagari": "@expo-google-fonts/noto-sans-devanagari"}
WEIGHTS = ("400Regular", "600SemiBold", "700Bold")
# This package keeps every Arabic letter in one piece. The newer cut, in which the dots are glyphs of their own, cannot be
# read out of a PDF again.
ARABIC = "@embedpdf/fonts-arabic"


def build() -> int:
    """Copy the fonts that are missing or older than their source; returns how many were copied.

    Raises:
        FileNotFoundError: the packages of package-lock.json are not installed.
    """
    BUILT.mkdir(parents=True, exist_ok=True)
    copied = 0
    for source, target in wanted():
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            shutil.copyfile(source, target)
            copied += 1
    return copied


def wanted() -> list[tuple[Path, Path]]:
    """Each file to copy, with where it goes."""
    fonts = [
        NODE_MODULES / package / weight / f"{family}_{weight}.ttf"
        for family, package in FAMILIES.items()
        for weight in WEIGHTS
    ]
    fonts += [NODE_MODULES / ARABIC / "fonts" / f"NotoNaskhArabic-{weight}.ttf" for weight in ("Regular", "Bold")]
    licences = [(NODE_MODULES / package / "LICENSE_FONT", f"{family}-OFL.txt") for family, package in FAMILIES.items()]
    licences.append((NODE_MODULES / ARABIC / "LICENSE", "NotoNaskhArabic-OFL.txt"))
    return [*((font, BUILT / font.name) for font in fonts), *((source, BUILT / name) for source, name in licences)]


if __name__ == "__main__":
    build()
    sys.exit(0)
