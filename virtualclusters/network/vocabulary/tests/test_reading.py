import csv
import time
from pathlib import Path

import pytest

from virtualclusters.network.vocabulary.load import load_vocabulary, new_edition
from virtualclusters.network.vocabulary.models import Concept, ConceptName
from virtualclusters.network.vocabulary.reading import Role, read, suggest
from virtualclusters.network.vocabulary.reading.lexicon import build

pytestmark = pytest.mark.django_db

JUDGED = Path(__file__).with_name("phrases.tsv")
FLOOR = 0.95


@pytest.fixture(autouse=True)
def vocabulary(db):
    load_vocabulary()


def slugs(text, **options):
    return {found.slug for found in read(text, **options).named}


def judged_rows():
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def wrong(row):
    """What was read, if it is not what a person judged the phrase to say; a role counts where the table gives one."""
    expected = {} if row["expected"] == "-" else dict((item.split(":") + [None])[:2] for item in row["expected"].split())
    read_as = {found.slug: str(found.role) for found in read(row["phrase"]).named}
    same = read_as.keys() == expected.keys() and all(role in (None, read_as[slug]) for slug, role in expected.items())
    return None if same else f"{row['phrase']}: {read_as}, not {expected}"


def test_reading_agrees_with_the_judged_phrases(capsys):
    rows = judged_rows()
    mistakes = [mistake for row in rows if (mistake := wrong(row))]
    accuracy = 1 - len(mistakes) / len(rows)
    with capsys.disabled():
        print(f"\nreading: {accuracy:.1%} of {len(rows)} judged phrases")
    assert len(rows) >= 120
    assert accuracy >= FLOOR, "\n".join(mistakes)
