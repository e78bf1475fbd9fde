"""The measure of relevance, on a tiny judged set of the same layout."""

import json

from benchmarks.judged.measures import ndcg, precision, reciprocal_rank
from benchmarks.judged.run import Run, by_bm25, by_matching, read_folder, views_of
from benchmarks.judged.views import Reading
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


def a_folder(path, units, opportunities, judgements):
    (path / "enterprises.jsonl").write_text("\n".join(map(json.dumps, units)))
    (path / "opportunities.jsonl").write_text("\n".join(map(json.dumps, opportunities)))
    (path / "judgements.tsv").write_text("enterprise_id\topportunity_id\tgrade\treason\n" + judgements)
    return read_folder(path)


def test_a_judged_folder_gives_a_list_for_each_unit_with_what_its_rules_exclude_last(tmp_path):
    opportunities = [
        an_opportunity("O1", "spices"),
        an_opportunity("O2", "honey", min_turnover_lakh=50),
        an_opportunity("O3", "honey"),
    ]
    folder = a_folder(tmp_path, [UNIT], opportunities, "E1\tO3\t3\tfits\nE1\tO2\t1\ttoo small\n")

    outcome = by_matching(folder, views_of(folder, by_word, {"honey-filter": [(Link.MACHINE_FOR, "honey")]}))

    assert outcome.orders == {"E1": ["O3", "O1", "O2"]}
    assert [outcome.figures()[name] for name in ("ndcg@10", "mrr", "p@5", "eligibility")] == [1.0, 1.0, 0.2, 1.0]
    assert round(outcome.figures()["ndcg@10_full"], 2) == 0.98


def test_what_the_threshold_lets_through_is_counted_by_grades(tmp_path):
    folder = a_folder(tmp_path, [UNIT], [], "E1\tO1\t3\tfits\nE1\tO2\t0\tno\nE1\tO3\t2\tfits\n")

    outcome = Run(folder, {"E1": ["O1", "O2", "O3"]}, {"E1": {"O1": 0.9, "O2": 0.5, "O3": 0.1}})

    assert outcome.shown() == {
        "shown_a_unit": 2.0,
        "relevant_share_of_judged_shown": 0.5,
        "share_of_relevant_shown": 0.5,
    }


def test_records_without_fields_and_with_unknown_kinds_and_keys_are_ranked_and_nothing_is_a_no(tmp_path):
    bare = {"id": "E1", "products": ["honey"]}
    strange = {"id": "O1", "kind": "lottery", "title": "honey", "requirements": {"must_sing": True, "sizes": ["giant"]}}
    folder = a_folder(tmp_path, [bare], [{"id": "O2"}, strange], "E1\tO1\t2\tfits\n")

    outcome = by_matching(folder, views_of(folder, by_word, {}))

    assert outcome.orders == {"E1": ["O1", "O2"]}
    assert by_bm25(folder).orders == {"E1": ["O1", "O2"]}


def test_a_relevant_one_in_second_place_counts_half():
    got = [0, 2]

    assert (round(ndcg(got, [2]), 3), reciprocal_rank(got), precision(got)) == (0.631, 0.5, 0.2)
