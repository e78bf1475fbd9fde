"""Addresses of purchase plans, each under its language."""

from django.urls import path

from virtualclusters.areas.purchase_plans import views

urlpatterns = [
    path("purchase-plans/", views.listed, name="purchase_plans"),
    path("purchase-plans/<int:pk>/interest/", views.interest, name="purchase_plan_interest"),
    path("purchase-plans/<int:pk>/interest/<int:engagement>/", views.step, name="purchase_plan_step"),
    path("desk/purchase-plans/file/", views.filed, name="purchase_plan_file"),
]
