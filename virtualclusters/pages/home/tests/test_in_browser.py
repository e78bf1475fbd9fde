"""Every component in Chromium: no breach of the content policy, no fault axe knows, nothing wider than a small phone.

The pages themselves are walked by ``tests/pages``.
"""

import mimetypes
import shutil

import pytest
from playwright.sync_api import sync_playwright

from virtualclusters.pages.home import figures
from virtualclusters.ui import build

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
SITE = "http://portal.test"
AXE = build.NODE_MODULES / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LISTEN = "window.breaches = []; document.addEventListener('securitypolicyviolation', (e) => breaches.push(e.violatedDirective))"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
PAGES = [f"/{language}/gallery/" for language in ("en", "hi", "ur")]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def answers(client, settings, monkeypatch):
    """What the portal answers for each page, taken before the browser runs, so that the browser needs no server."""
    settings.VIRTUALCLUSTERS_GALLERY = True
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "browser"}}
    counted = figures.Figures(members_by_state={"MH": 214, "UP": 9, "LA": 1}, open_opportunities=148, agreed=37)
    monkeypatch.setattr(figures, "count_figures", lambda at: counted)
    return {path: client.get(path) for path in PAGES}


@pytest.fixture
def browser(answers):
    """Chromium, started after the database was asked and closed before it is left: Playwright runs a loop in this thread."""
    build.main([])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


def open_page(browser, answers, path, *, width, bypass_csp=False, javascript=True):
    context = browser.new_context(
        viewport={"width": width, "height": 640}, bypass_csp=bypass_csp, java_script_enabled=javascript
    )
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(**answer_to(route.request.url, answers)))
    page.add_init_script(LISTEN)
    page.goto(SITE + path)
    return page


def answer_to(url, answers):
    path = url.removeprefix(SITE).split("?")[0].split("#")[0]
    if path in answers:
        found = answers[path]
        return {"status": found.status_code, "headers": dict(found.headers), "body": found.content}
    file = build.BUILT / path.removeprefix("/static/built/")
    if not file.is_file():
        return {"status": 404, "body": ""}
    return {
        "status": 200,
        "content_type": mimetypes.guess_type(file.name)[0] or "text/plain",
        "body": file.read_bytes(),
    }


def test_pages_keep_the_content_policy_and_fit_a_phone_of_320_points(answers, browser):
    faults = []
    for path in PAGES:
        page = open_page(browser, answers, path, width=320)
        faults += [(path, fault) for fault in page.evaluate("breaches")]
        faults += [(path, "wider than the phone")] * page.evaluate(WIDER)
        page.context.close()
    assert faults == []


def test_axe_finds_nothing(answers, browser):
    faults = []
    for path in PAGES:
        page = open_page(browser, answers, path, width=360, bypass_csp=True)
        page.evaluate(AXE.read_text())
        found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", AXE_TAGS)
        faults += [(path, fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]
        page.context.close()
    assert faults == []


def test_a_draft_stays_on_the_phone_until_it_is_sent_and_codes_never_do(answers, browser):
    page = open_page(browser, answers, "/en/gallery/", width=360)
    page.fill("#id_name", "Ganesh Foods")
    page.check("#id_size_1", force=True)
    page.reload()

    assert (page.input_value("#id_name"), page.is_checked("#id_size_1")) == ("Ganesh Foods", True)
    kept = page.evaluate("localStorage.getItem('draft:gallery')")
    assert "csrfmiddlewaretoken" not in kept
    page.context.close()


def test_the_line_that_is_down_is_said_and_a_form_is_not_sent_into_nothing(answers, browser):
    page = open_page(browser, answers, "/en/gallery/", width=360)
    page.fill("#id_name", "Ganesh Foods")
    page.context.set_offline(True)
    page.click("text=Continue")

    assert page.inner_text(".vc-offline") == "You are offline. Wait for the line and send again."
    assert page.input_value("#id_name") == "Ganesh Foods"
    page.context.close()
