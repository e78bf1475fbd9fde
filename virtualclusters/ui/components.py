"""Tags of the components. Each is plain HTML that works without JavaScript; the markup stands in templates/ui/components."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from virtualclusters.ui.library import register
from virtualclusters.ui.navigation import language_links

TAG_COLOURS = ("grey", "leaf", "marigold", "clay", "ink")


@dataclass(frozen=True)
class Task:
    """A row of a task list. ``status`` is a sentence for people; ``done`` draws it quietly."""

    label: str
    href: str
    status: str
    done: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a summary list: a question, its answer, and where to change it."""

    label: str
    value: object
    change_href: str = ""
    change_label: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, and whether its cells are numbers (set to the end, in tabular figures)."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Stage:
    """A column of the pipeline board: a name and its cards, each a dict with title, href, note, and late (bool)."""

    label: str
    cards: list = field(default_factory=list)


def _part(part, /, **values):
    return mark_safe(render_to_string(f"ui/components/{part}.html", values))


@register.simple_tag
@lru_cache(maxsize=64)
def icon(name):
    """One of our drawn signs: place, money, clock, tick, cross, alert, phone, search, people, machine, package, book, bank, leaf, doc."""
    return _part("icon", name=name)


@register.simple_tag
def button(text, *, kind="primary", name="", value="", formaction="", form=""):
    """A button that sends its form. `kind`: primary (one a page), secondary, quiet, warning."""
    return _part("button", text=text, kind=kind, name=name, value=value, formaction=formaction, form=form)


@register.simple_tag
def link_button(text, href, *, kind="primary"):
    """A link that looks like a button: for going somewhere, never for changing something."""
    return _part("link_button", text=text, href=href, kind=kind)


@register.simple_tag
def tag(text, colour="grey"):
    """A status in one or two words. Colours: grey, leaf (agreed, done), marigold (new, due), clay (refused), ink."""
    if colour not in TAG_COLOURS:
        raise ValueError(f"A tag is one of {TAG_COLOURS}, not {colour}.")
    return format_html('<strong class="vc-tag vc-tag--{}">{}</strong>', colour, text)


@register.inclusion_tag("ui/components/badge.html")
def badge(*, what, verified=False, by="", at=None):
    """What is known of a number: grey "format checked", or leaf "verified" with who and when. Two different words, always."""
    return {"what": what, "verified": verified, "by": by, "at": at}


@register.inclusion_tag("ui/components/back_link.html")
def back_link(href, text=""):
    """The way back, in a landmark of its own."""
    return {"href": href, "text": text or _("Back")}


@register.inclusion_tag("ui/components/breadcrumbs.html")
def breadcrumbs(links):
    """The way from the front page here: `Link` values."""
    return {"links": links}


@register.inclusion_tag("ui/components/task_list.html")
def task_list(tasks):
    """Work over several visits, with a status a row: `Task` values."""
    return {"tasks": tasks}


@register.inclusion_tag("ui/components/summary_list.html")
def summary_list(rows):
    """Answers to check, with change links: `Row` values."""
    return {"rows": rows}


@register.inclusion_tag("ui/components/tabs.html")
def tabs(items, label):
    """Views of the same thing, each a link to its own page: `Tab` values."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/table.html")
def table(columns, rows, caption, *, caption_hidden=False):
    """A table: `Column` values and rows of cells. On phones it scrolls inside its own box, never the page."""
    return {
        "columns": columns,
        "rows": [list(zip(columns, cells, strict=True)) for cells in rows],
        "caption": caption,
        "caption_hidden": caption_hidden,
    }


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context, page, *, parameter="page"):
    """Earlier and later pages of a Django `Page`, keeping the rest of the address."""
    query = context["request"].GET.copy()
    query.pop(parameter, None)
    rest = query.urlencode()
    return {"page": page, "parameter": parameter, "rest": f"&{rest}" if rest else ""}


@register.inclusion_tag("ui/components/progress.html")
def progress(step, of):
    """ "Step 2 of 6", with a thin line that says the same."""
    return {"step": step, "of": of}


@register.inclusion_tag("ui/components/filter_panel.html")
def filter_panel(form, *, chosen=0, clear_href="?", opened=False):
    """A GET form of filters, closed at first unless `opened` or something in it is wrong; `chosen` says how many are set."""
    return {"form": form, "chosen": chosen, "clear_href": clear_href, "opened": opened or bool(form.errors)}


@register.inclusion_tag("ui/components/pipeline_board.html")
def pipeline_board(stages):
    """What stands at which stage: columns on a desk, sections on a phone. `Stage` values."""
    return {"stages": stages}


@register.inclusion_tag("ui/components/languages.html", takes_context=True)
def languages(context):
    """The switch between languages; keeps the page."""
    return {"languages": language_links(context.get("request"))}


@register.simple_block_tag
def notification(content, *, kind="important", title=""):
    """Something that just happened or must be known. `kind`: success, important, error."""
    words = {"success": _("Done"), "important": _("Important"), "error": _("There is a problem")}
    return _part("notification", content=content, kind=kind, title=title or words[kind])


@register.simple_block_tag
def details(content, summary, *, is_open=False):
    """More to read, for those who ask: opens without JavaScript. `is_open`: it is open already, as when an error stands in it."""
    return _part("details", content=content, summary=summary, is_open=is_open)


@register.simple_block_tag
def panel(content, *, title=""):
    """A quiet ground for a side remark."""
    return _part("panel", content=content, title=title)


@register.simple_block_tag
def card(content, *, new=False):
    """A white sheet with a line around it; `new` draws the marigold edge (say "New" inside it too)."""
    return format_html('<div class="vc-card{}">{}</div>', " vc-card--new" if new else "", content)


@register.simple_block_tag
def sticky_actions(content):
    """The acts of a page, kept at the lower edge of a phone."""
    return format_html('<div class="vc-sticky">{}</div>', content)


@register.simple_block_tag
def empty_state(content, title, *, href="", action=""):
    """Says honestly that there is nothing yet, and offers the one next step."""
    return _part("empty_state", content=content, title=title, href=href, action=action)


@register.simple_block_tag
def queue_card(content, title, *, age="", href=""):
    """One case of a queue: what it is, how long it waits, and its acts."""
    return _part("queue_card", content=content, title=title, age=age, href=href)


@register.simple_block_tag
def sms(content, *, sender, at=None, channel="SMS"):
    """A message as the phone shows it, for the outbox page."""
    return _part("sms", content=content, sender=sender, at=at, channel=channel)
