"""Pictures are drawn anew: only their pixels are kept, turned the right way up; place, camera and hidden parts are
gone.
"""

from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from virtualclusters.capabilities.files.purposes import Kind, Purpose
from virtualclusters.capabilities.files.refusals import Unfit

LONGEST_SIDE = 3_000
MOST_PIXELS = {"JPEG": 120_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
MODES = {"JPEG": "RGB", "PNG": "RGBA", "WEBP": "RGBA"}
Image.MAX_IMAGE_PIXELS = max(MOST_PIXELS.values())
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError)


def rewrite(source: Path, target: Path, kind: Kind, purpose: Purpose) -> None:
    """Draw a picture anew, at most 3,000 pixels along its longer side.

    A JPEG is decoded small when it is large, so a phone's 108-megapixel photo passes; other formats stop at 24
    megapixels, which keeps the memory of the check under 300 MB.

    Raises:
        Unfit: it is no picture of its kind, or too large.
    """
    form = kind.name.upper()
    try:
        with Image.open(source, formats=[form]) as picture:
            if picture.width * picture.height > MOST_PIXELS[form]:
                raise Unfit("picture_too_large")
            _redrawn(picture, form).save(target, form, quality=85)
    except Image.DecompressionBombError as error:
        raise Unfit("picture_too_large") from error
    except BROKEN as error:
        raise Unfit("broken") from error


def _redrawn(picture: Image.Image, form: str) -> Image.Image:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    pixels = upright.convert(MODES[form] if upright.mode != "RGB" else "RGB")
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    return bare
