"""The languages of the portal: those offered now, and how each of the 22 scheduled languages is named in its own script.

Names and order follow the Eighth Schedule; direction follows the script we use (Kashmiri and Sindhi in Perso-Arabic letters,
Manipuri in Meetei Mayek, Santali in Ol Chiki).
"""

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import get_language_from_request

OWN_NAMES = {
    "en": "English",
    "hi": "हिन्दी",
    "ur": "اردو",
    "as": "অসমীয়া",
    "bn": "বাংলা",
    "brx": "बड़ो",
    "doi": "डोगरी",
    "gu": "ગુજરાતી",
    "kn": "ಕನ್ನಡ",
    "kok": "कोंकणी",
    "ks": "کٲشُر",
    "mai": "मैथिली",
    "ml": "മലയാളം",
    "mni": "ꯃꯩꯇꯩꯂꯣꯟ",
    "mr": "मराठी",
    "ne": "नेपाली",
    "or": "ଓଡ଼ିଆ",
    "pa": "ਪੰਜਾਬੀ",
    "sa": "संस्कृतम्",
    "sat": "ᱥᱟᱱᱛᱟᱲᱤ",
    "sd": "سنڌي",
    "ta": "தமிழ்",
    "te": "తెలుగు",
}
RIGHT_TO_LEFT = frozenset({"ur", "ks", "sd"})
OFFERED = ("en", "hi", "ur")
LANGUAGES_BIDI = sorted(RIGHT_TO_LEFT)
LANGUAGES = [(code, OWN_NAMES[code]) for code in OFFERED]


def add_to_django() -> None:
    """Tell Django the own-script name and direction of each of our languages; it lacks eleven of them."""
    for code, own_name in OWN_NAMES.items():
        known = LANG_INFO.get(code, {"code": code, "name": own_name})
        LANG_INFO[code] = {**known, "name_local": own_name, "bidi": code in RIGHT_TO_LEFT}


class RememberLanguageMiddleware:
    """Keeps the language of the address a person opened, so that an address without one finds it again.

    A cookie is set only when it would change the answer, so that ordinary pages stay free of cookies.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        chosen = get_language_from_request(request, check_path=True)
        if chosen != get_language_from_request(request):
            self._remember(response, chosen)
        return response

    def _remember(self, response, chosen):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
