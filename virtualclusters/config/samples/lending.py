"""What sample banks lend to food makers, typed into their own form; and what a sample firm asks lenders for.

The terms are those of real packages that Indian banks publish; the banks are invented.
"""

from functools import partial

from django.http import QueryDict

from virtualclusters.areas.finance.packages.forms import PackageForm
from virtualclusters.areas.finance.packages.operations import submit_package, write_package
from virtualclusters.areas.finance.requests.operations import publish_request
from virtualclusters.config.samples.dealing import concept_ids
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.foundation.time import day_in_india


def load_loans(now):
    """Write the packages and the requests."""
    told = table("lending")
    for row in told["packages"]:
        once(f"package:{row['key']}", partial(_package, row, now), now=now)
    for row in told["requests"]:
        once(f"loan_request:{row['key']}", partial(_request, row, now), now=now)


def _package(row, now):
    form = PackageForm(_typed(row["said"] | _first_of_month(before(now, row))))
    if not form.is_valid():
        raise ValueError(f"The sample package {row['key']} is not right: {form.errors.as_json()}")
    who = {"actor": actor_of(row["by"]), "at": before(now, row)}
    package = write_package(told=form.columns(), unit_id=unit_of(row["by"]).pk, **who)
    if not row["draft"]:
        submit_package(package_id=package.pk, **who)


def _first_of_month(at):
    """The day on which the benchmark stood as it is told."""
    day = day_in_india(at)
    return {"benchmark_as_of_day": "1", "benchmark_as_of_month": str(day.month), "benchmark_as_of_year": str(day.year)}


def _typed(said):
    typed = QueryDict(mutable=True)
    for name, value in (said | {"once": "0" * 32}).items():
        typed.setlist(name, value if isinstance(value, list) else [value])
    return typed


def _request(row, now):
    publish_request(
        unit_id=unit_of(row["by"]).pk,
        title=row["title"],
        summary=row["summary"],
        language=row["language"],
        concept_ids=concept_ids(row["concepts"]),
        closes_at=after(now, row["closes_in"]),
        amount=row["amount"],
        purpose=row["purpose"],
        months=row["months"],
        actor=actor_of(row["by"]),
        at=before(now, row),
    )
