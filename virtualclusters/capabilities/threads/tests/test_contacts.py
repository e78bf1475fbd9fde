"""What is hidden before contact is open, and what is not."""

import pytest

from virtualclusters.capabilities.threads.contacts import mask_contacts

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
    ],
)
def test_mask_contacts_when_numbers_are_no_contacts_leaves_them(harmless):
    assert mask_contacts(harmless) == harmless
