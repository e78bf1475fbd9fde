"""The measure of relevance, on a tiny judged set of the same layout."""

import json

from benchmarks.relevance import Reading, figures, run
from virtualclusters.matching.relations import Link

UNIT = {
    "id": "E1",
    "products": ["honey"],
    "services": [],
    "machines": [],
    "materials_needed": [],
    "needs": [],
    "about": "",
    "size": "micro",
    "turnover_lakh": 38,
    "years": 6,
    "certificates": [],
    "women_owned": False,
    "sc_st_owned": False,
    "export_ready": False,
    "state": "Bihar",
    "district": "Muzaffarpur",
    "languages": ["hi"],
    "pin": "842001",
}
ASKED = {
    "sizes": None,
    "min_turnover_lakh": None,
    "max_turnover_lakh": None,
    "products": None,
    "women_only": False,
    "sc_st_only": False,
    "certificates": [],
    "min_years": None,
    "states": None,
}


def an_opportunity(number, title, **asked):
    place = {"state": "Bihar", "district": "Patna", "pin": "800001", "radius_km": None}
    return {"id": number, "kind": "tender", "title": title, "text": "", "requirements": ASKED | asked, **place}


def by_word(text):
    named = {word: "product" for word in text.split() if word in {"honey", "spices", "honey-filter"}}
    return Reading(named, frozenset())


def test_a_judged_folder_gives_a_list_for_each_unit_with_the_blocked_last(tmp_path):
    opportunities = [
        an_opportunity("O1", "spices"),
        an_opportunity("O2", "honey", min_turnover_lakh=50),
        an_opportunity("O3", "honey"),
    ]
    (tmp_path / "enterprises.jsonl").write_text(json.dumps(UNIT))
    (tmp_path / "opportunities.jsonl").write_text("\n".join(map(json.dumps, opportunities)))
    (tmp_path / "judgements.tsv").write_text(
        "enterprise_id\topportunity_id\tgrade\treason\nE1\tO3\t3\tfits\nE1\tO2\t1\ttoo small\n"
    )

    outcome = run(tmp_path, by_word, {"honey-filter": [(Link.MACHINE_FOR, "honey")]})

    assert [number for number, _ in outcome.lists["E1"]] == ["O3", "O2"]
    assert outcome.mean(judged_only=False) == (1.0, 1.0, 0.2)
    assert outcome.shown() == {
        "shown_a_unit": 1.0,
        "relevant_share_of_judged_shown": 1.0,
        "share_of_relevant_shown": 1.0,
    }


def test_a_relevant_one_in_second_place_counts_half():
    ndcg, reciprocal, share = figures(["a", "b"], {"b": 2})

    assert (round(ndcg, 3), reciprocal, share) == (0.631, 0.5, 0.2)
