"""What is hidden before contact is open, and what is not."""

import pytest

from virtualclusters.capabilities.threads.contacts import mask_contacts, tells_contact

HIDDEN = "[hidden until both agree]"


@pytest.mark.parametrize(
    "contact",
    [
        "98765 43210",
        "9876543210",
        "+91-98765-43210",
        "098765 43210",
        "(0)98765.43210",
        "९८७६५ ४३२१०",
        "৯৮৭৬৫৪৩২১০",
        "9 8 7 6 5 4 3 2 1 0",
        "９８７６５４３２１０",
        "020-2567 8901",
        "asha@example.org",
        "asha (at) example (dot) org",
        "asha at example dot org",
        "asha@okbank",
    ],
)
def test_mask_contacts_when_a_contact_stands_in_a_sentence_hides_it_and_nothing_else(contact):
    assert mask_contacts(f"Call {contact} today") == f"Call {HIDDEN} today"


@pytest.mark.parametrize(
    "harmless",
    [
        "We make 1,25,000 packets a year",
        "It costs ₹ 98765 43210",
        "The work is worth 98,76,54,321 rupees",
        "PIN 411001, HSN 09041120, FSSAI 11521998000123",
        "From 01.04.2026 to 31.03.2027",
        "UDYAM-MH-26-0001234",
        "We meet at 10 o'clock at Pune",
        "Trays of 600/900/1200 mm or 6000, 9000, 12 000 mm",
        "Grinders, 65,000 - 75,000 and 65000-75000 rupees",
        "Rice @ 40 per kg, honey @ Rs 350, ghee @600/kg",
    ],
)
def test_mask_contacts_when_numbers_are_no_contacts_leaves_them(harmless):
    assert mask_contacts(harmless) == harmless


@pytest.mark.parametrize(
    "contact",
    ["98765 12340", "+91 60000 00001", "asha@example.org", "wa.me/919876512340", "https://example.org/mill", "www.example.in",
     "asha-foods.com", "shop.asha.co.in"],
)  # fmt: skip
def test_tells_contact_finds_numbers_addresses_and_links(contact):
    assert tells_contact(f"Grinder, call {contact}") is True


@pytest.mark.parametrize(
    "harmless",
    ["HSN 84385000, made in 2019, 7.5 HP", "Price 8,50,000 or 65,000-75,000", "Trays of 600/900/1200 mm", "Rice @ 40 per kg",
     "In stock.in bulk too", "FSSAI 11521998000123, PIN 411001", "सन 2019 की मशीन, 7000 8000 रुपये"],
)  # fmt: skip
def test_tells_contact_takes_no_price_size_code_or_year_for_one(harmless):
    assert tells_contact(harmless) is False
