"""Charts without scripts, styles or pictures: SVG geometry beside the same figures as text."""

from collections.abc import Sequence

from django.utils.html import format_html

from virtualclusters.ui import state_tiles
from virtualclusters.ui.formatters import number
from virtualclusters.ui.library import register

SPARK_WIDTH, SPARK_HEIGHT = 100, 24


def share(value, whole) -> float:
    """A part as per cent of the whole, one decimal; 0 of nothing."""
    return round(100 * float(value) / float(whole), 1) if whole else 0.0


def spark_points(values: Sequence[float]) -> str:
    """The corners of a line through the values, within the little box, highest at the top."""
    low, high = min(values), max(values)
    step = SPARK_WIDTH / max(len(values) - 1, 1)
    reach = (high - low) or 1
    return " ".join(
        f"{i * step:.4g},{SPARK_HEIGHT - 2 - (v - low) / reach * (SPARK_HEIGHT - 4):.3g}" for i, v in enumerate(values)
    )


@register.inclusion_tag("ui/charts/stat.html")
def stat(figure, label, *, note="", href=""):
    """One figure with its words; `note` says how it moved or when it was counted."""
    return {"figure": figure, "label": label, "note": note, "href": href}


@register.simple_tag
def sparkline(values, label):
    """A line the size of a word; `label` says in words what it shows."""
    values = list(values)
    if not values:
        return ""
    return format_html(
        '<svg class="vc-spark" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}"><polyline points="{}"/></svg>',
        SPARK_WIDTH, SPARK_HEIGHT, SPARK_WIDTH, SPARK_HEIGHT, label, spark_points(values),
    )  # fmt: skip


@register.inclusion_tag("ui/charts/bars.html")
def bar_chart(rows, caption, *, unit=""):
    """Bars in a table: `rows` of (label, value); the longest fills the cell."""
    rows = list(rows)
    most = max((value for _label, value in rows), default=0)
    return {
        "caption": caption,
        "unit": unit,
        "rows": [{"label": label, "text": number(value), "width": share(value, most)} for label, value in rows],
    }


@register.inclusion_tag("ui/charts/funnel.html")
def funnel(rows, caption):
    """How many came to each stage: `rows` of (label, count), with the share of the stage before."""
    rows = list(rows)
    before = [rows[0][1], *(count for _label, count in rows[:-1])] if rows else []
    return {
        "caption": caption,
        "rows": [
            {
                "label": label,
                "text": number(count),
                "width": share(count, rows[0][1]),
                "kept": round(share(count, earlier)),
            }
            for (label, count), earlier in zip(rows, before, strict=True)
        ],
    }


@register.inclusion_tag("ui/charts/state_map.html")
def state_map(counts, caption, *, href_prefix=""):
    """The 36 states and territories as hexagons: `counts` by two-letter code; `href_prefix` + code is each tile's link."""
    tiles = state_tiles.tiles(counts, href_prefix)
    return {
        "caption": caption,
        "tiles": tiles,
        "counted": sorted((t for t in tiles if t.count), key=lambda t: -t.count),
    }
