"""What a sentence is about, from the words people use for it, in English, Hindi and Roman Hindi.

Words are compared by their term, so that टूटते, toot-te and tootate are one. A star stands for any ending.
"""

import re

from virtualclusters.exchange.kinds.from_need import Trouble
from virtualclusters.network.vocabulary.reading.terms import term, terms

WORDS = {
    Trouble.QUALITY: (
        "break* broke* crack* crumbl* spoil* fungus mould mold smell* rancid sour complain* reject* defect* quality "
        "sticky stick* hard soggy burn* bitter lumps uneven hygiene insects stale toot* टूट* tut* kharab* खराब* सड़* "
        "sadta sadti sadte sadna phaphund* fafund* फफूंद* badbu* badboo* बदबू* swad* स्वाद* shikayat* शिकायत* wapas* "
        "vapas* वापस* chipak* चिपक* jal+jat* जल+जा* kadwa* kadva* कड़वा* kide कीड़े gunvatta गुणवत्ता gunwatta come+back "
        "comes+back sent+back "
    ),
    Trouble.LOSS: (
        "waste* wast* loss losses yield lost throw* thrown barbad* बर्बाद* nuksan* nuksaan* नुकसान* chura चूरा fuel "
        "diesel डीजल firewood electricity+bill bijli+bill bijli+ka+bill बिजली+बिल bijli+zyada bijli+jyada leftover peel* "
        "chhilk* छिलक* bekar* बेकार* "
    ),
    Trouble.MACHINE: (
        "stands+still stand+still stopped+working breakdown* repair* jam jams jammed motor मोटर bearing band+ho* "
        "band+pad* band+rah* बंद+हो* बंद+पड़* बंद+रह* slow dheem* dhim* धीम* machine+kharab* mashin+kharab* मशीन+खराब* "
        "ruk* रुक* not+working vibrat* overheat* spare machine+band मशीन+बंद "
    ),
    Trouble.PACKING: (
        "pack* packet* pouch* label* leak* seal* carton* barcode barcodes bar+code पैकिंग* पैकेट* पैकेज* लेबल* फट* phat* "
        "fat+ja* tear tears torn dabba dibba डिब्बा डिब्बे "
    ),
    Trouble.PEOPLE: (
        "training* train learn* teach* skill* workers+do nobody+knows do+not+know dont+know sikh* seekh* सीख* सिखा* "
        "sikha* nahi+aata नहीं+आता nahin+aata ट्रेनिंग* प्रशिक्षण* prashikshan* karigar* कारीगर* majdoor* मजदूर* workers "
        "worker labour staff operator* student* intern* kaam+chhod* काम+छोड़* leave+the+job "
    ),
    Trouble.SELL: (
        "buyer* customer* sell* sale* market* order* export* grahak* ग्राहक* kharidar* खरीदार* bikri* बिक्री* bikta bikti "
        "bikte बिकता बिकती बिकते bech* बेच* bazar* bazaar* बाजार* niryat* निर्यात* online+bech* "
        "daam+kam दाम+कम price+is+low brand* amazon distributor* "
    ),
    Trouble.BUY: (
        "buy buying bought purchase* hire rent* need+a want+a want+to+buy chahiye चाहिए चाहिये chaiye kharidn* खरीदन* "
        "kharid+na lena+hai लेना+है leni+hai लेनी+है kiraye* किराये* looking+for require* supplier* talash* तलाश* need* "
        "want* havi हवी pahije पाहिजे joie જોઈએ "
    ),
    Trouble.MONEY: (
        "loan* money fund* credit subsid* bank* paisa* paise* पैसा* पैसे* लोन* lon karz* karj* कर्ज* udhar* udhaar* उधार* "
        "payment* भुगतान* पेमेंट* bakaya* बकाया* punji* poonji* पूंजी* working+capital interest byaj ब्याज सब्सिडी* "
        "yojana* योजना* scheme* grant "
    ),
    Trouble.PAPERS: (
        "licen* लाइसेंस* laisens* fssai एफएसएसएआई gst जीएसटी registration* register* udyam उद्यम certificat* सर्टिफिकेट* "
        "pramanpatra प्रमाणपत्र* praman* iso haccp trademark noc tax kagaz* कागज* organic+certif* "
    ),
    Trouble.TESTING: (
        "test* lab laboratory lab+report jaanch* janch* जांच* जाँच* लैब* prayogshala प्रयोगशाला शेल्फ+लाइफ shelf+life "
        "nutrition* aflatoxin residue moisture namee nami नमी analysis "
    ),
    Trouble.PRODUCT: (
        "new+product* new+flavour* new+recipe* recipe* flavour* naya+product* naya+prodakt* नया+उत्पाद* naya+utpad* "
        "नई+रेसिपी nayi+recipe sugar+free millet+version improve+the+recipe develop* design* "
    ),
    Trouble.SOFTWARE: (
        "software सॉफ्टवेयर* computer* कंप्यूटर* website* वेबसाइट* accounts accounting hisab* hisaab* हिसाब* "
        "stock+register billing bill+book tally erp excel app inventory "
    ),
}

HELPED_BY = {
    Trouble.QUALITY: ("quality-control", "food-technology"),
    Trouble.MACHINE: ("machine-repair",),
    Trouble.PACKING: ("packing-service", "packaging-design"),
    Trouble.SELL: ("branding-marketing",),
    Trouble.PAPERS: ("certification-help",),
    Trouble.TESTING: ("food-testing",),
    Trouble.PRODUCT: ("recipe-development",),
    Trouble.SOFTWARE: ("software-service",),
}
"""Concepts, by slug, that help with a trouble though nobody names them."""


def _pattern(words: str) -> re.Pattern[str]:
    cues = sorted({_cue(word) for word in words.split()})
    return re.compile(rf" (?:{'|'.join(cues)})(?= )")


def _cue(word: str) -> str:
    parts = (term(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in word.split("+"))
    return " ".join(parts)


_PATTERNS = {trouble: _pattern(words) for trouble, words in WORDS.items()}


def troubles_in(words: str) -> frozenset[Trouble]:
    """What a sentence is about; often several, often nothing we know."""
    text = f" {' '.join(terms(words))} "
    return frozenset(trouble for trouble, pattern in _PATTERNS.items() if pattern.search(text))
