"""Settings of the portal. Each that an operator may set is an environment variable, documented in docs/settings.md."""

from pathlib import Path

from environs import Env

from virtualclusters.config.figures import *  # noqa: F403 - figures of the rules, each by its own name
from virtualclusters.foundation.postgres import connection_url, django_database
from virtualclusters.ui.languages import LANGUAGES as LANGUAGES
from virtualclusters.ui.languages import LANGUAGES_BIDI as LANGUAGES_BIDI
from virtualclusters.ui.security import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY

env = Env()

PACKAGE = Path(__file__).resolve().parent.parent
VIRTUALCLUSTERS_STATE = Path(env("VIRTUALCLUSTERS_STATE", str(PACKAGE.parent / "var"))).resolve()
PRODUCTION = env.bool("VIRTUALCLUSTERS_PRODUCTION", False)
DEBUG = env.bool("VIRTUALCLUSTERS_DEBUG", False)
VIRTUALCLUSTERS_SAMPLES = env.bool("VIRTUALCLUSTERS_SAMPLES", not PRODUCTION)
VIRTUALCLUSTERS_GALLERY = env.bool("VIRTUALCLUSTERS_GALLERY", False)
SITE_ADDRESS = env("SITE_ADDRESS", f"http://localhost:{env.int('PORT', 8000)}")
SITE_NAME = env("SITE_NAME", "Virtual Clusters")
HELP_LINE = env("HELP_LINE", "")
PUBLIC_PAGE_SECONDS = env.int("PUBLIC_PAGE_SECONDS", 1)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])


def _secret_key() -> str:
    """The key from SECRET_KEY, or one made once for this state folder (never in production)."""
    if given := env("SECRET_KEY", ""):
        return given
    if PRODUCTION:
        raise RuntimeError("Set SECRET_KEY: a portal in production does not make its own.")
    import secrets  # noqa: PLC0415

    kept = VIRTUALCLUSTERS_STATE / "secret_key"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48))
    return kept.read_text()


SECRET_KEY = _secret_key()
IDENTIFIER_KEYS = env.list("IDENTIFIER_KEYS", [])
IDENTIFIER_INDEX_KEY = env("IDENTIFIER_INDEX_KEY", "")

INSTALLED_APPS = [
    "virtualclusters.foundation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "virtualclusters.ui",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    "virtualclusters.accounts",
    "virtualclusters.capabilities.events",
    "virtualclusters.capabilities.jobs",
    "virtualclusters.capabilities.files",
    "virtualclusters.capabilities.drafts",
    "virtualclusters.capabilities.threads",
    "virtualclusters.capabilities.messaging",
    "virtualclusters.capabilities.search",
    "virtualclusters.capabilities.imports",
    "virtualclusters.capabilities.calendars",
    "virtualclusters.capabilities.certificates",
    "virtualclusters.capabilities.wallet",
    "virtualclusters.network.vocabulary",
    "virtualclusters.network.organisations",
    "virtualclusters.network.verification",
    "virtualclusters.network.clusters",
    "virtualclusters.exchange.needs",
    "virtualclusters.exchange.opportunities",
    "virtualclusters.exchange.rules",
    "virtualclusters.exchange.engagements",
    "virtualclusters.exchange.outcomes",
    "virtualclusters.exchange.alerts",
    "virtualclusters.areas.catalogue",
    "virtualclusters.areas.tenders",
    "virtualclusters.areas.student_projects",
    "virtualclusters.areas.trainings",
    "virtualclusters.areas.purchase_plans",
    "virtualclusters.areas.advice",
    "virtualclusters.areas.reviews",
    "virtualclusters.areas.late_payments",
    "virtualclusters.areas.finance",
    "virtualclusters.areas.schemes",
    "virtualclusters.areas.targeted_notices",
    "virtualclusters.pages.home",
    "virtualclusters.pages.joining",
    "virtualclusters.pages.workspace",
    "virtualclusters.pages.workspace_papers",
    "virtualclusters.pages.wallet",
    "virtualclusters.pages.exchange",
    "virtualclusters.pages.finding",
    "virtualclusters.pages.quality",
    "virtualclusters.pages.directory",
    "virtualclusters.pages.clusters",
    "virtualclusters.pages.certificates",
    "virtualclusters.pages.desk",
    "virtualclusters.pages.desk_imports",
    "virtualclusters.pages.messages",
    "virtualclusters.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "virtualclusters.ui.security.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "virtualclusters.ui.shared_pages.SharedPagesMiddleware",
    "compression_middleware.middleware.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "virtualclusters.ui.languages.RememberLanguageMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "virtualclusters.config.middleware.ActorMiddleware",
]

ROOT_URLCONF = "virtualclusters.config.urls"
WSGI_APPLICATION = "virtualclusters.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "virtualclusters.ui.context.site",
                "virtualclusters.pages.home.furniture.furniture",
                "virtualclusters.pages.navigation.navigation",
            ],
        },
    }
]
FORM_RENDERER = "virtualclusters.ui.forms.Renderer"

DATABASES = {
    "default": {
        **django_database(
            env("DATABASE_URL", "") or connection_url(VIRTUALCLUSTERS_STATE, role="app"),
            pool={"min_size": 1, "max_size": env.int("DATABASE_POOL_SIZE", 4), "timeout": 10},
        ),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }
}
# Every app's jobs.py is imported at start-up. A period missed while no worker ran is made up for within a day.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 86_400}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "virtualclusters.pages.home.views.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 63_072_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"

LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(VIRTUALCLUSTERS_STATE / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "virtualclusters.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"phone", "email"}
ACCOUNT_SIGNUP_FIELDS = ["phone*", "email"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address becomes a person's only when its code came back (accounts/proving)
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "200/m/ip,3/m/key,5/d/key",
    "enter_code": "300/m/ip,15/d/key",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "entered"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
MFA_ADAPTER = "virtualclusters.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # the code of half a minute ago still counts: people type slowly
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

_GATEWAYS = "virtualclusters.capabilities.messaging.gateways"
_OUTBOX_EMAIL, _SMTP_EMAIL = f"{_GATEWAYS}.outbox.EmailBackend", "django.core.mail.backends.smtp.EmailBackend"
EMAIL_BACKEND = env("EMAIL_BACKEND", _SMTP_EMAIL if PRODUCTION else _OUTBOX_EMAIL)
EMAIL_HOST, EMAIL_PORT = env("EMAIL_HOST", "localhost"), env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env("EMAIL_HOST_USER", ""), env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
SMS_GATEWAY = env("SMS_GATEWAY", f"{_GATEWAYS}.{'http' if PRODUCTION else 'outbox'}.Gateway")
SMS_HTTP = env.json("SMS_HTTP", {})
SMS_HEADER = env("SMS_HEADER", "VRTCLS")
SMS_TEMPLATE_IDS = env.json("SMS_TEMPLATE_IDS", {})
SHORT_LINK_ADDRESS = env("SHORT_LINK_ADDRESS", SITE_ADDRESS)
QUIET_HOURS = env.bool("QUIET_HOURS", True)
SMS_FAILURES_BEFORE_REST = env.int("SMS_FAILURES_BEFORE_REST", 5)
SMS_REST_MINUTES = env.int("SMS_REST_MINUTES", 5)
MESSAGES_A_DAY = {"sms": env.int("SMS_A_DAY", 3), "email": env.int("EMAILS_A_DAY", 6)}
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "Virtual Clusters <no-reply@localhost>")

CLAMD = env("CLAMD", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
}
