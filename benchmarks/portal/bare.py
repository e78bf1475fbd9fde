"""A bare Django page with one query, for comparison: the middleware a new project has, one template, the same database."""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.template import Context, Engine
from django.urls import path

from virtualclusters.foundation.postgres import django_database

TEMPLATE = Engine().from_string("<!doctype html><title>Bare</title><h1>{{ count }} units</h1>")


def page(request):
    """One query, one template."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vocabulary_concept")
        return HttpResponse(TEMPLATE.render(Context({"count": cursor.fetchone()[0]})))


urlpatterns = [path("", page)]
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY="of no use",  # noqa: S106
    DATABASES={
        "default": {
            **django_database(os.environ["DATABASE_URL"], pool={"min_size": 1, "max_size": 4, "timeout": 10}),
            "CONN_MAX_AGE": 0,
            "CONN_HEALTH_CHECKS": True,
        }
    },
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    AUTH_USER_MODEL="auth.User",
)
django.setup()
application = WSGIHandler()
