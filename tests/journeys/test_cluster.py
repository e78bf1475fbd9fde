"""The cluster in a browser: a plan is filed for a buyer, an owner joins, finds it with the reason, and says she is interested."""

import pytest

from tests.portal import sees

CLUSTER = "/en/clusters/food-processing/"


@pytest.fixture(scope="module")
def people(portal):
    return portal.prepare("cluster_members")


def test_an_owner_joins_and_finds_what_a_buyer_plans_with_the_reason(portal, people, desk, plain_phone):
    portal.sign_in(desk, people["administrator"])
    file_a_plan(desk, portal)

    portal.sign_in(plain_phone, people["owner"])
    plain_phone.goto(f"{portal.address}{CLUSTER}")
    plain_phone.get_by_role("button", name="Join").click()
    plain_phone.get_by_role("link", name="Purchase plans").click()
    card = plain_phone.locator("article", has_text="Turmeric powder for sample kitchens")
    reasons = card.inner_text()
    card.get_by_role("button", name="I am interested").click()
    plain_phone.goto(f"{portal.address}/en/purchase-plans/?words=sample+kitchens")

    assert "You make this: Turmeric powder" in reasons
    sees(plain_phone, "You are interested.")
    sees(plain_phone, "Filed by Journey Institute (sample) for Journey Welfare Department.")
    assert plain_phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_facilitator_sees_how_the_cluster_is_doing(portal, people, phone):
    portal.sign_in(phone, people["facilitator"])
    phone.goto(f"{portal.address}/en/desk/clusters/")
    phone.get_by_role("link", name="Food processing").click()

    headings = phone.get_by_role("heading", level=1).inner_text()
    assert (headings, phone.evaluate("document.documentElement.scrollWidth")) == ("How Food processing is doing", 360)


def file_a_plan(page, portal):
    """The administrator files a line for a buyer who is not here."""
    page.goto(f"{portal.address}/en/desk/purchase-plans/file/")
    page.get_by_label("Name of the buyer").fill("Journey Welfare Department")
    page.get_by_label("In one line").fill("Turmeric powder for sample kitchens")
    page.locator("[name=quantity]").fill("500")
    page.get_by_label("Counted in").select_option("kg")
    page.get_by_role("button", name="File it").click()
    page.wait_for_load_state()
    sees(page, "Filed for Journey Welfare Department.")
