"""What thirty troubles are about, and the number in them: English, Hindi and Hindi in Roman letters."""

from decimal import Decimal

import pytest

from virtualclusters.exchange.needs.numbers import number_in
from virtualclusters.exchange.needs.troubles import troubles_in

SAID = [
    ("Biscuits break, 6 percent", "quality", (6, "percent")),
    ("बिस्कुट टूटते हैं, 6 प्रतिशत", "quality", (6, "percent")),
    ("biscuit tut jate hai 6 percent", "quality", (6, "percent")),
    ("अचार में फफूंद लग जाती है", "quality", None),
    ("achaar me fafund lag jata hai 2 mahine me", "quality", None),
    ("Papad comes back from the hotels, 12%", "quality", (12, "percent")),
    ("Our mill stands still half the day", "machine", None),
    ("हमारी चक्की दिन में ३ घंटे बंद रहती है", "machine", (3, "hour")),
    ("chakki ki motor garam hoke band ho jati hai", "machine", None),
    ("Pouches leak at the corner", "packing", None),
    ("पैकेट फट जाते हैं", "packing", None),
    ("packet phat jate hai, silai kamjor hai", "packing", None),
    ("We throw away 40 kg of mango peel a day", "loss", (40, "kg")),
    ("आम का छिलका 40 किलो रोज बर्बाद होता है", "loss", (40, "kg")),
    ("bijli ka bill bahut aata hai, ₹ 45,000", "loss", (45_000, "rupees")),
    ("Nobody knows how to grade cashew", "people", None),
    ("हमारे मजदूरों को साफ-सफाई सीखनी है, 8 लोग", "people", (8, "people")),
    ("hamare karigar ko baking nahi aata", "people", None),
    ("No buyers for our honey", "sell", None),
    ("शहद के लिए ग्राहक नहीं मिलते", "sell", None),
    ("namkeen online bechna hai", "sell", None),
    ("We want to buy a spice grinder", "buy", None),
    ("masala pisne ki machine chahiye 2 lakh tak", "buy", (200_000, "rupees")),
    ("५०० किलो हल्दी चाहिए", "buy", (500, "kg")),
    ("payment 90 din se atka hai", "money", (90, "days")),
    ("बैंक लोन नहीं देता, 10 लाख", "money", (1_000_000, "rupees")),
    ("FSSAI licence has run out", "papers", None),
    ("shelf life kitni hai pata nahi, jaanch karani hai", "testing", None),
    ("A sugar free recipe for our rusk", "product", None),
    ("हिसाब किताब कंप्यूटर में करना है", "software", None),
]
SEVERAL = [
    ("Need a loan of ₹ 5 lakh for a dryer", {"buy", "money"}, (500_000, "rupees")),
    ("Workers do not know the new packing machine", {"people", "packing"}, None),
    ("5 hazar packet roz jate hai, label kharab chhapta hai", {"packing", "quality"}, (5_000, "pack")),
    ("जो हमने कहा था", set(), None),
    ("PIN 411001, call me", set(), None),
]


@pytest.mark.parametrize(("words", "troubles", "number"), [(w, {t}, n) for w, t, n in SAID] + SEVERAL)
def test_a_sentence_tells_its_troubles_and_its_number(words, troubles, number):
    said = number_in(words)

    assert (troubles_in(words), said) == (troubles, number and (Decimal(number[0]), number[1]))


@pytest.mark.parametrize(
    "words", ["", "%", "₹", "9" * 400, "9" * 400 + " kg", "1,,,2 kg … ₹ 4 lakh lakh", "😀 \u200d 6"]
)
def test_odd_words_are_read_without_harm(words):
    assert (troubles_in(words), number_in(words) in (None, number_in(words))) == (frozenset(), True)
