"""How good the ranking is on a judged set: ``python -m benchmarks.relevance FOLDER``.

FOLDER holds `enterprises.jsonl`, `opportunities.jsonl` (records of units and of opportunities with their `requirements`),
`judgements.tsv` (enterprise_id, opportunity_id, grade 0 to 3, reason) and, if there are any, `queries.tsv`. Words become
concepts by the portal's own reader over its data files, without a database. A field that is missing is not known; a requirement or a
kind that the portal does not know never counts as a no. Grade 2 or 3 is relevant. The last line is one JSON object:

- ``ndcg@10`` over the judged pairs alone, ``ndcg@10_full`` over all opportunities with the unjudged counting 0; ``mrr``,
  ``p@5`` over all opportunities; ``judged_share`` of the first ten;
- ``by_script`` of the unit and ``by_kind`` of the opportunity: nDCG@10 over judged pairs;
- ``eligibility``: the share of pairs of which the rules say no that stand below every relevant one of their unit;
- ``rule_answers`` and ``three_scripts``: the project's own labelled rule answers, and forty units written in three ways;
  ``fairness``: what taking turns and a floor for under-served owners cost the lists of units; ``room``: what it costs that what is
  for everybody holds at most three of ten places;
- ``queries``: the directory's answers to the judged queries; ``bm25``: the same figures for plain BM25.
"""

import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.judged import fairness, room, rule_answers, three_scripts
from benchmarks.judged.run import Run, by_bm25, by_matching, read_folder, views_of
from benchmarks.judged.vocabulary import by_the_portal
from benchmarks.judged_queries import queries_of

MEASURES = ("ndcg@10", "ndcg@10_full", "mrr", "p@5", "judged_share", "eligibility")


def table(ours: dict[str, Any], words: dict[str, Any]) -> None:
    """Both methods beside each other."""
    print(f"{'':30}{'matching':>10}{'BM25':>10}")
    for name in MEASURES:
        print(f"{name:30}{ours[name]:10.3f}{words[name]:10.3f}")
    for part in ("by_script", "by_kind"):
        for name, value in ours[part].items():
            print(f"{part + ' ' + name:30}{value:10.3f}{words[part].get(name, 0.0):10.3f}")
    for name in ("recall@10", "mrr") if "queries" in ours else ():
        print(f"{'queries ' + name:30}{ours['queries'][name]:10.3f}{words['queries'][name]:10.3f}")


def threshold(run: Run) -> None:
    """What the portal's threshold lets through."""
    for name, value in run.shown().items():
        print(f"{name.replace('_', ' '):34} {value:6.2f}")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.relevance FOLDER")
    path = Path(sys.argv[1])
    folder = read_folder(path)
    read, relations = by_the_portal()
    run = by_matching(folder, views_of(folder, read, relations))
    ours, words = run.figures(), by_bm25(folder).figures()
    own = {
        "rule_answers": rule_answers.share_right(),
        "three_scripts": three_scripts.by_writing(read, relations),
        "fairness": fairness.cost(run),
        "room": room.cost(run),
    }
    if (path / "queries.tsv").exists():
        found = queries_of(path)
        ours["queries"], words["queries"] = found["index"], found["bm25"]
    table(ours, words)
    threshold(run)
    for name, row in own.items():
        print(f"{name.replace('_', ' '):18}" + "  ".join(f"{key} {value}" for key, value in row.items()))
    print(json.dumps(ours | own | {"bm25": words}, ensure_ascii=False))


if __name__ == "__main__":
    main()
