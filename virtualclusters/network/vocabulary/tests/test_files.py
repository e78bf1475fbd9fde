"""A file that says what cannot be is refused with its line."""

import pytest

from virtualclusters.network.vocabulary.files import WrongFile, words_of
from virtualclusters.network.vocabulary.offline import lexicon_of_folder
from virtualclusters.network.vocabulary.reading import read

GROUPS = "slug,kind,group,en,hi,roman\ntoys,sector,,Toys,खिलौने,khilaune\ndolls,group,toys,Dolls,गुड़िया,gudiya\n"
PRODUCTS = "slug,group,en,hi,roman\n"


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in {"groups": GROUPS, **files}.items():
            path = tmp_path / f"{name.replace('__', '/')}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refusal(folder):
    with pytest.raises(WrongFile) as wrong:
        words_of(folder)
    return str(wrong.value)


def test_a_folder_of_files_reads_without_a_database(folder):
    where = folder(
        products=f"{PRODUCTS}rag-doll,dolls,Rag doll,कपड़े की गुड़िया,kapde ki gudiya\n",
        wooden__names="slug,ta\nrag-doll,துணி பொம்மை\n",
    )
    names = lexicon_of_folder(where)
    assert [one.slug for one in read("துணி பொம்மை", names=names).found] == ["rag-doll"]


def test_a_slug_that_stands_twice_is_refused_with_both_lines(folder):
    text = f"{PRODUCTS}rag-doll,dolls,Rag doll,क,k\nrag-doll,dolls,Cloth doll,ख,kh\n"
    assert refusal(folder(products=text)) == "products.csv line 3: rag-doll stands already in products.csv line 2."


def test_one_english_name_for_two_concepts_of_a_kind_is_refused(folder):
    text = f"{PRODUCTS}rag-doll,dolls,Rag doll,क,k\ncloth-doll,dolls,Cloth doll;rag doll,ख,kh\n"
    assert (
        refusal(folder(products=text)) == "products.csv line 3: rag doll is rag-doll already, in products.csv line 2."
    )


def test_groups_in_a_circle_are_refused(folder):
    text = "slug,kind,group,en,hi,roman\na,group,b,A,क,k\nb,group,a,B,ख,kh\n"
    assert refusal(folder(groups=text)) == "groups.csv line 3: b stands below itself, by way of a."


def test_a_kind_of_itself_is_refused(folder):
    products = f"{PRODUCTS}x,dolls,X,क,k\ny,dolls,Y,ख,kh\n"
    where = folder(products=products, relations="slug,kind_of,sold_with\nx,y,\ny,x,\n")
    assert refusal(where) == "relations.csv line 2: x is a kind of itself."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("rag-doll,puppets,Rag doll,क,k\n", "products.csv line 2: puppets is no group."),
        ("rag-doll,dolls,Rag doll\n", "products.csv line 2: the row has more or fewer cells than the first line."),
    ],
)
def test_a_row_that_points_at_nothing_or_is_cut_short_is_refused(folder, text, sentence):
    assert refusal(folder(products=PRODUCTS + text)) == sentence


def test_what_something_is_for_must_be_there(folder):
    machines = "slug,group,for,en,hi,roman\nsewer,dolls,rag-doll,Sewer,क,k\n"
    assert refusal(folder(machines=machines)) == "machines.csv line 2: there is no rag-doll."
