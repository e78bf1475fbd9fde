"""Looking at pages of a running portal as a browser does: what it measures on each."""

from dataclasses import dataclass

from tests.portal import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FAULTS = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"], preload: false})
    .then((said) => said.violations.map((fault) => `${fault.id}: ${fault.nodes[0].html.slice(0, 120)}`))"""
LISTEN = """window.breaches = [];
document.addEventListener("securitypolicyviolation", (e) => breaches.push(`${e.violatedDirective} ${e.blockedURI}`))"""
WIDER = """document.documentElement.scrollWidth <= 320 ? [] :
    [...document.querySelectorAll("main *, header *, footer *")].filter((e) => e.getBoundingClientRect().right > 321)
    .map((e) => `wider than 320: ${e.outerHTML.slice(0, 120)}`).slice(0, 2)"""
SMALL = {"width": 320, "height": 640}


@dataclass(frozen=True)
class Sight:
    """What was wrong with one page; empty lists are good."""

    name: str
    path: str
    axe: list[str]
    breaches: list[str]
    wide: list[str]
    console: list[str]


class Browsing:
    """One browser window a person, 320 points wide."""

    def __init__(self, chromium, address, sessions):
        self.chromium, self.address, self.sessions = chromium, address, sessions
        self.windows = {}

    def look(self, page, *, language="en") -> Sight:
        """Open one page of ``tests.pages.addresses`` and note what is wrong with it."""
        window, said = self.windows.get(page["person"]) or self._open(page["person"])
        said.clear()
        path = in_language(page["path"], language)
        window.goto(self.address + path, wait_until="load")
        breaches, wide = window.evaluate("breaches"), window.evaluate(WIDER)
        found = window.evaluate(FAULTS)
        return Sight(page["name"], path, found, breaches, wide, list(said))

    def _open(self, person):
        context = self.chromium.new_context(viewport=SMALL)
        if person:
            context.add_cookies([{"name": "sessionid", "value": self.sessions[person], "url": self.address}])
        window = context.new_page()
        window.add_init_script(LISTEN)
        window.add_init_script(AXE.read_text())
        said = []
        window.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
        self.windows[person] = window, said
        return window, said

    def close(self):
        """Close every window."""
        for window, _said in self.windows.values():
            window.context.close()


def in_language(path: str, language: str) -> str:
    """The same page in a language; addresses without one stay."""
    return f"/{language}{path[3:]}" if path.startswith("/en/") else path
