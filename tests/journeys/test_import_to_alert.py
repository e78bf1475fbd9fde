"""A file of tender notices comes in; the maker of spices hears of the one that fits her, with reasons, follows it and says how it ended."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.portal import ROOT, sees

pytestmark = pytest.mark.journeys

HEADINGS = (
    "Tender ID,tender_externalreference,tender_title,Work Description,Tender Category,Published Date,Bid Opening Date,"
    "Organisation Chain,location,Pincode,Tender Value in ₹\n"
)
NUMBERS = {False: ("+916000812101", "+916000812102"), True: ("+916000812103", "+916000812104")}


def notices(number):
    """Two notices of which one fits a maker of turmeric powder, dated around today."""
    today = datetime.now(UTC)
    published, opened = ((today + timedelta(days=days)).strftime("%d-%b-%Y 02:00 PM") for days in (-5, 12))
    last = f"{published},{opened},Sample Prison Department||Sample Jail,Pune,411001.0"
    return (
        HEADINGS
        + f'{number}_1,S/1,Supply of turmeric powder to Sample Jail {number},In packs of 1 kg,Goods,{last},"7,50,000"\n'
        + f'{number}_2,S/2,Construction of a compound wall {number},As per drawing,Works,{last},"90,00,000"\n'
        + f"{number}_3,S/3,Supply of turmeric powder with a bad PIN,In packs,Goods,{last.replace('411001.0', '4110')},1\n"
    )


def import_file(portal, file):
    """The command an administrator types, as of yesterday."""
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    command = [sys.executable, "-m", "virtualclusters.config.cli", "import", "tenders", str(file)]
    options = ["--portal", "Sample state portal", "--as-of", yesterday, "--yes", "--report", f"{file}.refused.csv"]
    return subprocess.run(
        [*command, *options], check=False, env=portal.environment, cwd=ROOT, capture_output=True, text=True
    )


def wait_for(page, address, words):
    """Open a page until the worker has done its part."""
    for _attempt in range(120):
        page.goto(address)
        if words in page.inner_text("main"):
            return
        time.sleep(0.5)
    raise AssertionError(f"{words!r} did not come to {address}:\n{page.inner_text('main')}")


@pytest.mark.parametrize("javascript", [False, pytest.param(True, marks=pytest.mark.full)])
def test_a_notice_of_a_file_reaches_the_maker_it_fits_and_ends_with_her_result(portal, chromium, tmp_path, javascript):
    number = f"2026_SMPL_{int(javascript)}"
    title = f"Supply of turmeric powder to Sample Jail {number}"
    portal.prepare("spice_maker", *NUMBERS[javascript])
    (tmp_path / "notices.csv").write_text(notices(number))
    done = import_file(portal, tmp_path / "notices.csv")
    assert ("2 added, 0 changed, 0 known already, 1 refused" in done.stdout, done.returncode) == (True, 3), done
    assert "PIN code" in (tmp_path / "notices.csv.refused.csv").read_text()

    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=javascript)
    page = context.new_page()
    portal.sign_in(page, NUMBERS[javascript][0])
    wait_for(page, f"{portal.address}/en/messages/", f"This may fit you: {title}")
    page.goto(f"{portal.address}/en/for-you/")
    fits = page.inner_text("main")
    assert (title in fits, "urmeric powder" in fits.split(title)[1][:400], "compound wall" in fits) == (
        True,
        True,
        False,
    )

    page.get_by_role("link", name=title).first.click()
    sees(page, "Bid there, never here")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Follow").first.click()
    page.wait_for_load_state()
    wait_for(page, f"{portal.address}/en/talks/", title)
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("link", name="Say how it ended").first.click()
    page.get_by_label("We won").check()
    page.get_by_role("button", name="Say how it ended").first.click()
    page.wait_for_load_state()
    sees(page, "We won")
    context.close()
