"""Addresses of purchase plans, each under its language."""

from django.urls import path

from virtualclusters.areas.purchase_plans.views import buying, filing, plans

urlpatterns = [
    path("purchase-plans/", plans.listed, name="purchase_plans"),
    path("purchase-plans/reserved/", plans.reserved, name="reserved_lists"),
    path("purchase-plans/<int:pk>/interest/", plans.interest, name="purchase_plan_interest"),
    path("purchase-plans/<int:pk>/interest/<int:engagement>/", plans.step, name="purchase_plan_step"),
    path("purchase-plans/<int:pk>/ready/", plans.ready, name="purchase_plan_ready"),
    path("buying/vendors/", buying.vendors, name="vendors"),
    path("buying/vendors.csv", buying.vendors_table, name="vendors_table"),
    path("buying/statement/", buying.statement, name="purchase_statement"),
    path("buying/statement.csv", buying.statement_table, name="purchase_statement_table"),
    path("desk/purchase-plans/file/", filing.filed, name="purchase_plan_file"),
    path("desk/purchase-plans/", filing.overview, name="purchase_plan_filing"),
    path("desk/purchase-plans/<int:pk>/remind/", filing.remind, name="purchase_plan_remind"),
    path("desk/paper-days/", filing.paper_days, name="paper_days"),
]
