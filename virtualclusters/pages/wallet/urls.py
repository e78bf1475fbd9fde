"""Addresses of the papers and of those who help with them, each under its language."""

from django.urls import path

from virtualclusters.pages.wallet import helpers, helping, papers, readers

urlpatterns = [
    path("wallet/", papers.wallet, name="wallet"),
    path("wallet/add/", papers.choose_kind, name="wallet_kinds"),
    path("wallet/add/<slug:kind>/", papers.add, name="wallet_add"),
    path("wallet/papers/<int:pk>/", papers.paper, name="wallet_paper"),
    path("wallet/papers/<int:pk>/file/", papers.open_file, name="wallet_paper_open"),
    path("wallet/papers/<int:pk>/replace/", papers.replace, name="wallet_paper_replace"),
    path("wallet/papers/<int:pk>/remove/", papers.remove, name="wallet_paper_remove"),
    path("wallet/take/<int:pk>/", papers.take, name="wallet_take"),
    path("wallet/readers/", readers.readers, name="wallet_readers"),
    path("wallet/readers/<int:pk>/stop/", readers.stop, name="wallet_reader_stop"),
    path("wallet/helpers/", helpers.helpers, name="wallet_helpers"),
    path("wallet/helpers/<int:pk>/end/", helpers.end, name="wallet_helper_end"),
    path("helping/", helping.helping, name="helping"),
    path("helping/<int:pk>/", helping.one, name="helping_one"),
    path("helping/<int:pk>/agree/", helping.agree, name="helping_agree"),
    path("helping/<int:pk>/end/", helping.end, name="helping_end"),
    path("helping/<int:pk>/add/<slug:kind>/", helping.add, name="helping_add"),
    path("helping/<int:pk>/papers/<int:paper>/", helping.open_file, name="helping_open"),
    path("helping/<int:pk>/together/", helping.put_together, name="helping_set"),
]
