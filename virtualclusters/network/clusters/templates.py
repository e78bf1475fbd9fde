"""What a cluster is opened from: one file of data a sector, no code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LANGUAGES_NEEDED = ("en", "hi")
WORDS = ("name", "summary", "for_whom", "welcome")


@dataclass(frozen=True)
class ClusterTemplate:
    """A sector as data.

    Attributes:
        slug: stable word; also proposed as the cluster's address.
        label: how the template is called, by language.
        concepts: slugs of the sectors, groups or single concepts that belong; what stands below them belongs too.
        kinds: slugs of the kinds of opportunity that show.
        roles: cluster roles that should be filled.
        texts: language to name, summary, for whom, welcome. A text may lack a language; the English one stands in.
    """

    slug: str
    label: Mapping[str, str]
    concepts: tuple[str, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]

    @classmethod
    def from_data(cls, data: Mapping) -> "ClusterTemplate":
        """Read from what a JSON file says.

        Raises:
            ValueError: an English text, the concepts or the kinds are missing.
        """
        lacking = [word for word in WORDS if not data["texts"].get("en", {}).get(word)]
        if lacking or not data["concepts"] or not data["kinds"]:
            raise ValueError(f"The template {data['slug']} lacks {lacking or 'concepts or kinds'}.")
        lists = {name: tuple(data[name]) for name in ("concepts", "kinds", "roles")}
        return cls(slug=data["slug"], label=data["label"], texts=data["texts"], **lists)

    def name_in(self, language: str) -> str:
        """How it is called, else in English."""
        return self.label.get(language) or self.label["en"]


def missing_texts(texts: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """Pairs of (language, word) that the two languages everybody reads in still lack."""
    return [
        (language, word) for language in LANGUAGES_NEEDED for word in WORDS if not texts.get(language, {}).get(word)
    ]


@cache
def templates() -> dict[str, ClusterTemplate]:
    """All templates that ship with the portal, by slug."""
    files = sorted(resources.files(__package__).joinpath("data").iterdir(), key=lambda file: file.name)
    read = (json.loads(file.read_text(encoding="utf-8")) for file in files if file.name.endswith(".json"))
    return {template.slug: template for template in map(ClusterTemplate.from_data, read)}
