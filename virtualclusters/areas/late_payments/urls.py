"""Addresses of late payments, each under its language."""

from django.urls import path

from virtualclusters.areas.late_payments import views

urlpatterns = [
    path("late-payment/", views.calculator, name="late_payment_calculator"),
    path("late-payments/", views.listed, name="late_payments"),
    path("late-payments/new/", views.new, name="late_payment_new"),
    path("late-payments/<int:pk>/", views.show, name="late_payment"),
    path("late-payments/<int:pk>/payment/", views.payment, name="late_payment_paid"),
    path("late-payments/<int:pk>/evidence/", views.evidence, name="late_payment_evidence"),
    path("late-payments/<int:pk>/remove/", views.remove, name="late_payment_remove"),
    path("late-payments/<int:pk>/summary.pdf", views.folder_pdf, name="late_payment_pdf"),
    path("late-payments/<int:pk>/calculation.csv", views.folder_table, name="late_payment_table"),
    path("late-payments/<int:pk>/folder.zip", views.folder_all, name="late_payment_folder"),
    path("desk/bank-rates/", views.bank_rates, name="bank_rates"),
]
