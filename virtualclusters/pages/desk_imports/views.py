"""A file at the desk: sent, looked at, its columns confirmed, applied, reported, taken back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.imports import operations, queries
from virtualclusters.capabilities.imports.giving_back import refused_csv, workbook_back
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.specs import registered, spec_named
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.desk_imports.forms import ColumnsForm, FileForm, row_form
from virtualclusters.ui.formatters import number

A_PAGE, ROWS_A_PAGE = 50, 10
WORKING = (Import.State.RECEIVED, Import.State.RUNNING, Import.State.UNDOING)


@policy(ImportPermission.IMPORT_RUN)
@require_GET
def listed(request):
    """Her files, newest first; for the administrator everybody's: who sent what. One's own can be opened."""
    all_of_them = request.actor.may(ImportPermission.IMPORT_ANY)
    files = queries.everyones_imports() if all_of_them else queries.imports_of(request.user).select_related("person")
    page = Paginator(files, A_PAGE).get_page(request.GET.get("page"))
    rows = [{"job": job, "label": spec_named(job.spec).label, "mine": job.person_id == request.user.pk} for job in page]
    facts = {"page": page, "rows": rows}
    return render(request, "desk_imports/list.html", facts)


@policy(ImportPermission.IMPORT_RUN)
@require_http_methods(["GET", "POST"])
def send(request):
    """Send a file in. What must say first what it is about has a page of its own, to which this one leads."""
    hers = _hers(request)
    specs = [one for one in hers if not one.sent_at]
    may_replay = request.actor.may(ImportPermission.IMPORT_ANY)
    form = FileForm(request.POST or None, request.FILES or None, specs=specs, may_replay=may_replay)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        job = operations.start(
            person=request.user,
            spec=told["spec"],
            upload=told["file"],
            name=told["file"].name,
            origin=told["origin"],
            as_of=told.get("as_of"),
            at=timezone.now(),
        )
        return redirect("desk_import", job.pk)
    elsewhere = [one for one in hers if one.sent_at]
    return render(
        request, "desk_imports/send.html", {"form": form, "elsewhere": elsewhere}, status=422 if form.errors else 200
    )


@policy(ImportPermission.IMPORT_RUN)
@require_GET
@never_cache
def show(request, pk):
    """Where a file stands. While work goes on the page asks again by itself."""
    job = _job(request, pk)
    spec = spec_named(job.spec)
    facts = {"job": job, "label": spec.label, "spec": spec, "progress": queries.progress(pk)}
    if job.state == Import.State.GUESSED:
        return render(request, "desk_imports/columns.html", facts | {"form": _columns_form(job)})
    if job.state in WORKING:
        return render(request, "desk_imports/working.html", facts)
    facts |= {"report": queries.report(pk), "now": timezone.now()}
    facts["onward"] = spec.onward(job.subject) if spec.onward else None
    return render(request, "desk_imports/report.html", facts)


@policy(ImportPermission.IMPORT_RUN)
@require_GET
@never_cache
def progress(request, pk):
    """The bar alone, for a page that stays open; when the work is done the page is told to load anew."""
    job = _job(request, pk)
    if job.state not in WORKING:
        return HttpResponse(headers={"HX-Refresh": "true"})
    facts = {"job": job, "progress": queries.progress(pk)}
    return render(request, "desk_imports/_bar.html", facts)


@policy(ImportPermission.IMPORT_RUN)
@require_POST
def confirm(request, pk):
    """Say which column is which, and let the rows in."""
    job = _job(request, pk)
    form = _columns_form(job, request.POST)
    if not form.is_valid():
        facts = {"job": job, "label": spec_named(job.spec).label, "form": form}
        return render(request, "desk_imports/columns.html", facts, status=422)
    operations.confirm(import_id=pk, person=request.user, mapping=form.mapping(), at=timezone.now())
    return redirect("desk_import", pk)


@policy(ImportPermission.IMPORT_RUN)
@require_http_methods(["GET", "POST"])
@never_cache
def refused(request, pk):
    """The refused rows, each with what stands against it, to be mended here: all are tried at once."""
    job = _job(request, pk)
    wanted = request.POST.get("page") or request.GET.get("page")
    page = queries.refused_page(job, wanted, size=ROWS_A_PAGE)
    if request.method == "POST":
        mended = operations.mend_rows(
            import_id=pk, values=_typed(request, page), person=request.user, at=timezone.now()
        )
        _tell(request, mended)
        return redirect(f"{reverse('desk_import_refused', args=[pk])}?page={page.number}")
    spec = spec_named(job.spec)
    rows = [{"row": row, "form": row_form(spec, row)} for row in page.object_list]
    return render(request, "desk_imports/refused.html", {"job": job, "page": page, "rows": rows})


def _typed(request, page):
    """By line the cells as they read now."""
    return {row.line: cells for row in page.object_list if (cells := _cells(request, f"line-{row.line}-"))}


def _cells(request, mark):
    sent = [(name.removeprefix(mark), word) for name, word in request.POST.items() if name.startswith(mark)]
    return {name: word.replace("\x00", "") for name, word in sent}


def _tell(request, mended):
    if mended.good:
        told = ngettext("%(n)s row is in.", "%(n)s rows are in.", mended.good) % {"n": number(mended.good)}
        messages.success(request, told)
    if mended.bad:
        told = ngettext("%(n)s row still has an error.", "%(n)s rows still have an error.", mended.bad)
        messages.warning(request, told % {"n": number(mended.bad)})


@policy(ImportPermission.IMPORT_RUN)
@require_GET
@never_cache
def refused_table(request, pk):
    """Every reason against every refused row, as CSV."""
    return _given(refused_csv(_job(request, pk)))


@policy(ImportPermission.IMPORT_RUN)
@require_GET
@never_cache
def workbook(request, pk):
    """The file as a workbook with a column of errors."""
    return _given(workbook_back(_job(request, pk)))


@policy(ImportPermission.IMPORT_RUN)
@require_POST
def undo(request, pk):
    """Take back what the file did."""
    _job(request, pk)
    operations.undo(import_id=pk, person=request.user, at=timezone.now())
    return redirect("desk_import", pk)


def _hers(request):
    """The specs whose files she may send."""
    return [spec for spec in registered() if request.actor.may_somewhere(spec.permission)]


def _job(request, pk):
    """One of her own files, of a kind that she still may send. Raises NotFound."""
    job = queries.import_of(request.user, pk)
    spec = spec_named(job.spec)
    if not request.actor.may_somewhere(spec.permission):
        raise NotFound
    if spec.reaches is not None and not spec.reaches(request.actor, job.subject):
        raise NotFound
    return job


def _columns_form(job, data=None):
    return ColumnsForm(data, spec=spec_named(job.spec), columns=queries.columns(job), samples=queries.samples(job))


def _given(given):
    response = HttpResponse(given.content, content_type=given.content_type)
    response["Content-Disposition"] = f'attachment; filename="{given.name.encode("ascii", "replace").decode()}"'
    return response
