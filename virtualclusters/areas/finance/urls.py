"""Addresses of finance, each under its language."""

from django.urls import path

from virtualclusters.areas.finance.applications.views import either, late
from virtualclusters.areas.finance.applications.views import lender as deciding
from virtualclusters.areas.finance.applications.views import owner as applying
from virtualclusters.areas.finance.board import views as board
from virtualclusters.areas.finance.packages.views import lender, owner
from virtualclusters.areas.finance.requests import views as looking

urlpatterns = [
    path("loans/", owner.listed, name="loans"),
    path("loans/compare/", owner.compare, name="loans_compare"),
    path("loans/<int:pk>/", owner.one, name="loan"),
    path("loans/<int:pk>/apply/", applying.apply, name="apply_for_loan"),
    path("loans/<int:pk>/apply/papers/", applying.with_papers, name="apply_with_papers"),
    path("loans/mine/", applying.listed, name="my_loans"),
    path("loans/mine/<int:pk>/", applying.one, name="my_loan"),
    path("loans/mine/<int:pk>/<slug:verb>/", applying.act, name="my_loan_act"),
    path("loans/applications/<int:pk>/", either.work, name="loan_work"),
    path("desk/late-loans/", late.listed, name="late_loans"),
    path("lender/loans/", deciding.listed, name="lender_loans"),
    path("lender/loans/move/", deciding.move_many, name="lender_loans_move"),
    path("lender/loans/file/", deciding.file, name="lender_loans_file"),
    path("lender/loans/<int:pk>/", deciding.one, name="lender_loan"),
    path("lender/loans/<int:pk>/papers/<int:paper>/", deciding.paper, name="lender_loan_paper"),
    path("lender/loans/<int:pk>/<slug:verb>/", deciding.act, name="lender_loan_act"),
    path("lender/requests/", looking.listed, name="lender_requests"),
    path("lender/book/", board.shown, name="lender_board"),
    path("lender/book/caps/", board.caps, name="lender_caps"),
    path("lender/packages/", lender.listed, name="lender_packages"),
    path("lender/packages/new/", lender.new, name="lender_package_new"),
    path("lender/packages/look/", lender.look, name="lender_package_look"),
    path("lender/packages/setting/", lender.setting, name="lender_setting"),
    path("lender/packages/<int:pk>/", lender.shown, name="lender_package"),
    path("lender/packages/<int:pk>/change/", lender.change, name="lender_package_change"),
    path("lender/packages/<int:pk>/<slug:verb>/", lender.act, name="lender_package_act"),
]
