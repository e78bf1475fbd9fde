"""An owner lets her phone open her account: she adds it, signs out, and comes in again without waiting for a code."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_registration import register

pytestmark = pytest.mark.journeys
FINGERPRINT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A reader that is part of the phone and knows its owner, as Chromium plays it."""


def fit_with_fingerprint_reader(page):
    """Give the browser a reader; what it keeps can be asked for."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    reader = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGERPRINT})["authenticatorId"]
    return lambda: devtools.send("WebAuthn.getCredentials", {"authenticatorId": reader})["credentials"]


@pytest.mark.full
def test_an_owner_adds_her_phone_signs_out_and_signs_in_with_it(portal, phone):
    kept = fit_with_fingerprint_reader(phone)
    register(portal, phone, language="en", mobile="9811100031")
    phone.goto(f"{portal.address}/en/me/")
    phone.get_by_role("link", name="Change Second lock").click()
    phone.get_by_role("link", name="Add this phone").click()
    phone.get_by_role("button", name="Add this phone").click()
    expect(phone).not_to_have_url(re.compile("second-lock/passkey"))
    phone.goto(f"{portal.address}/en/me/second-lock/")
    added = phone.get_by_role("button", name="Take away").count()

    phone.goto(f"{portal.address}/en/sign-out/")
    phone.get_by_role("button", name="Sign out", exact=True).click()
    phone.goto(f"{portal.address}/en/workspace/")
    outside = "/sign-in/" in phone.url
    phone.get_by_text("Use my fingerprint or face").click()
    phone.get_by_role("button", name="Sign in with this phone").click()
    phone.wait_for_url(f"{portal.address}/en/workspace/")

    assert (added, outside, len(kept()), kept()[0]["rpId"]) == (1, True, 1, "localhost")
    phone.goto(f"{portal.address}/en/workspace/")
    expect(phone.get_by_role("heading", name="Sample Masala")).to_be_visible()
