"""Addresses of finance, each under its language."""

from django.urls import path

from virtualclusters.areas.finance.packages.views import lender, owner

urlpatterns = [
    path("loans/", owner.listed, name="loans"),
    path("loans/compare/", owner.compare, name="loans_compare"),
    path("loans/<int:pk>/", owner.one, name="loan"),
    path("lender/packages/", lender.listed, name="lender_packages"),
    path("lender/packages/new/", lender.new, name="lender_package_new"),
    path("lender/packages/look/", lender.look, name="lender_package_look"),
    path("lender/packages/setting/", lender.setting, name="lender_setting"),
    path("lender/packages/<int:pk>/", lender.shown, name="lender_package"),
    path("lender/packages/<int:pk>/change/", lender.change, name="lender_package_change"),
    path("lender/packages/<int:pk>/<slug:verb>/", lender.act, name="lender_package_act"),
]
