"""Words that say what a concept is to the speaker, and words that say nothing.

Compared by their term; connectors and joining words as they are written, for अंडा (egg) sounds like *and*.
"""

from functools import cache

from virtualclusters.foundation.scripts import fold
from virtualclusters.network.vocabulary.reading.everyday import common
from virtualclusters.network.vocabulary.reading.terms import term


def _terms(words: str) -> frozenset[str]:
    return frozenset(term(word) for word in words.split())


def _written(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


CONNECTORS = _written(
    "ki ka ke kee का की के of the a an wali wala wale waala वाली वाला "
    "वाले ni no na nu નું ની નો ના ची चा चे ਦੀ ਦਾ ਦੇ ਵਾਲੀ ਵਾਲਾ ਵਾਲੇ করার کی کا کے"
)
"""Dropped wherever they stand: *masala pisne ki machine* is *masala pisne machine*."""

AND = _written(
    "and aur or ya या और एवं तथा va व ane અને आणि ani ਅਤੇ ਤੇ এবং ও আর మరియు மற்றும் ಮತ್ತು اور plus tatha evam also with but lekin par पर लेकिन "
    "magar मगर परंतु parantu kintu किंतु ਪਰ কিন্তু لیکن مگر instead"
)

BUT = _written("but lekin par पर लेकिन magar मगर परंतु parantu kintu किंतु ਪਰ কিন্তু પણ ಆದರೆ ஆனால் കാര്യം لیکن مگر only instead")

MAKES_BEFORE = _terms(
    "make makes making made manufacture manufactures manufacturing produce produces producing sell sells selling supply supplies "
    "process processes pack packs export exports grow grows offer offers fabricate fabricates mfg prepare prepares grind "
    "manufacturer manufacturers maker makers producer producers supplier suppliers exporter exporters seller sellers"
)
NEEDS_BEFORE = _terms(
    "need needs require requires want wants wanting looking seeking buy buying purchase search searching find lack"
)
USES_BEFORE = _terms("use uses using have has own owns operate operates run runs")
MAKES_AFTER = _terms(
    "banate banata banati banaate banaye banaya banaataa banatey banaun banavie banavta banavto bante banta utpadan nirman bechte bechta "
    "bechti taiyar tayar tyar karte karti karta bante nirmata vikreta "
    "बनाते बनाता बनाती बनाई बनाया बनता बनती उत्पादन निर्माण बेचते बेचता बेचती तैयार करते करती करता निर्माता विक्रेता बनवतो बनवते बनवतात तयार विकतो "
    "બનાવીએ બનાવે બનાવું વેચીએ તૈયાર ਬਣਾਉਂਦੇ ਬਣਾਉਂਦੀ ਵੇਚਦੇ তৈরি বানাই করি বিক্রি బతయారు తయారు చేస్తాము అమ్ముతాము தயாரிக்கிறோம் "
    "செய்கிறோம் தயாரிப்பு விற்கிறோம் ತಯಾರಿಸುತ್ತೇವೆ ಮಾಡುತ್ತೇವೆ ഉണ്ടാക്കുന്നു വിൽക്കുന്നു بناتے بناتی بیچتے تیار ତିଆରି manufacturer manufacturers "
    "maker makers producer producers supplier suppliers exporter exporters seller sellers"
)
NEEDS_AFTER = _terms(
    "chahiye chaiye chahie chahiy chaahiye chahye chahta chahte chahti zarurat jarurat zaroorat jaroorat avashyakta talash khoj "
    "kharidna kharidni "
    "khareedna lena leni lene dhundh dhoond joie joiye pahije havi have hava venum vendum kavali beku venam dorkar lagbe "
    "चाहिए चाहिये चाहते चाहता ज़रूरत जरूरत आवश्यकता तलाश खोज खरीदना खरीदनी लेना लेनी हवी हवे हवा पाहिजे જોઈએ જરૂર ਚਾਹੀਦੀ ਚਾਹੀਦਾ ਚਾਹੀਦੇ ਲੋੜ "
    "চাই দরকার লাগবে প্রয়োজন కావాలి అవసరం வேண்டும் தேவை ಬೇಕು ಬೇಕಾಗಿದೆ വേണം ആവശ്യം چاہیے چاہئے ضرورت ଦରକାର required needed wanted requirement"
)
USES_AFTER = _terms("istemal istamal upyog lagi laga lagaya paas इस्तेमाल उपयोग लगी लगा लगाई पास استعمال")

OWNERS = _written("our my their his her hamare hamari mere meri हमारे हमारी मेरे मेरी")
"""May stand between *for* and the thing."""

FOR_BEFORE = _terms("for")
ASKING = _terms(
    "ask asks asking asked request requests requesting requested demand demands enquiry enquiries inquiry inquiries order orders "
    "ordering quotation quotations quote quotes tender tenders bid bids bidding rfq rfp contract contracts procurement indent"
)
"""*Buyer asks for honey*, *tender for honey*: honey is asked, not what something else is for."""
FOR_AFTER = _terms("liye लिए लिये लिएे साठी માટે ਲਈ জন্য కోసం க்காக ಗಾಗಿ کیلئے لیے")
FROM_BEFORE = _terms("from")
FROM_AFTER = _terms("se से થી पासून ਤੋਂ থেকে నుండి இருந்து سے")

NOT_BESIDE = _terms("nahi nahin nhi nai mat nahee नहीं नही नाही নয় না নেই નથી ਨਹੀਂ ਨਹੀ نہیں ନାହିଁ")
IS = _terms("hai hain he है हैं आहे છે ਹੈ ہے ہیں अभी abhi")
"""After a *not*: there is none."""

MACHINE_WORDS = _terms(
    "machine yantra equipment machinery sanyantra मशीन यंत्र संयंत्र plant mishin mill apparatus line lines sheller peeler slicer cutter "
    "drier dryer destoner dehuller huller polisher grader sorter sifter separator seperator filler capper rinser sealer pulper crusher "
    "grinder chopper shredder dicer washer blancher roaster popper kneader moulder sheeter evaporator decorticator winnower softener"
)
"""After a product they name what is used on it: *papad machine*, *cashew sheller*, *potato chips line*."""
FILLERS = _terms(
    "banane banaane banavani banavanu nikalne nikaalne pisne peesne katne sukhane bharne dhone chhanne karne bhunne talne perne "
    "बनाने निकालने पीसने काटने सुखाने भरने धोने छानने करने भूनने तलने processing making manufacturing production small automatic semi "
    "peeling shelling cutting grinding drying roasting frying mixing filling washing grading polishing cleaning sorting crushing pressing "
    "popping slicing coating milling hulling sieving "
    "big new mini fully बड़ी छोटी choti chhoti badi "
    "அரைக்கும் அரைக்க பிழியும் வடிகட்டும் தயாரிக்கும் செய்யும் உலர்த்தும் காயவைக்கும் வறுக்கும் நிரப்பும் வெட்டும் நறுக்கும் கழுவும் "
    "பிரிக்கும் உரிக்கும் பொடிக்கும் எடுக்கும் "
    "చేసే తయారుచేసే రుబ్బే పట్టే ఎండబెట్టే వేయించే నింపే కోసే వడకట్టే ಮಾಡುವ ತಯಾರಿಸುವ ಪುಡಿಮಾಡುವ ರುಬ್ಬುವ ಒಣಗಿಸುವ ತೆಗೆಯುವ ಹುರಿಯುವ ತುಂಬುವ ಕತ್ತರಿಸುವ ಬೀಸುವ ಸೋಸುವ "
    "ഉണ്ടാക്കുന്ന നിർമ്മിക്കുന്ന പൊടിക്കുന്ന അരയ്ക്കുന്ന ഉണക്കുന്ന വറുക്കുന്ന നിറയ്ക്കുന്ന മുറിക്കുന്ന എടുക്കുന്ന പിഴിയുന്ന അരിക്കുന്ന "
    "बनवण्याची बनवण्याचे बनवायची दळण्याची दळण्याचे काढण्याची काढण्याचे वाळवण्याची वाळवण्याचे भाजण्याची भरण्याची भरण्याचे कापण्याची गाळण्याची गाळण्याचे "
    "બનાવવાની બનાવવાનું દળવાની દળવાનું પીસવાની કાઢવાની કાઢવાનું સૂકવવાની શેકવાની ભરવાની કાપવાની ગાળવાની "
    "বানানোর তৈরির পেষার ভাঙানোর শুকানোর ভাজার ভরার কাটার ছাঁকার ਪੀਸਣ ਬਣਾਉਣ ਕੱਢਣ ਸੁਕਾਉਣ ਭਰਨ ਕੱਟਣ ਛਾਣਨ କରିବା ଗୁଣ୍ଡିବା ଶୁଖାଇବା"
)
"""May stand between a product and the word machine: *papad banane ki machine*."""
QUALIFIERS = _terms(
    "new nayi naya नई नयी नया old purani पुरानी used small big mini choti chhoti badi छोटी बड़ी automatic semi fully"
)
"""May stand inside a name and change nothing of it: *shahad chhanne ki nayi machine*."""

STOP = (
    FOR_BEFORE
    | FOR_AFTER
    | FROM_BEFORE
    | FROM_AFTER
    | _terms(
        "we i our us my is are was be been it in on at to by as that this these those from then than there here which who what when "
        "how why all any some more most very best quality our your their them they he she you per kg gm gram grams litre liter ltr "
        "ton tons tonne quintal day month year hour daily only not no yes do does did will can should would may one two three four "
        "big small new old high low home hum ham hm main mai mein me mera meri mere hamara hamari hamare hamen hame humko mujhe "
        "hain hai he ho hota hoti hote tha thi the raha rahi rahe gaya gayi kar karke ek do teen char bhi hi to ko par pe tak nahi "
        "nahin kya kaise kuch bahut accha achha sab log ghar gaon village unit company firm business shop dukaan factory udyog work "
        "kaam paste पेस्ट item items type types etc dealer trader available price rate money time better butterfly "
        "हम मैं मेरा मेरी मेरे हमारा हमारी हमारे हमें हमको मुझे है हैं हो होता होती होते था थी थे रहा रही रहे गया कर करके एक दो तीन चार भी ही तो को पर "
        "पे तक नहीं क्या कैसे कुछ बहुत अच्छा सब लोग घर गांव में यूनिट कंपनी काम किलो ग्राम लीटर रोज महीना साल छोटा छोटी बड़ा बड़ी नया नई "
        "আমরা আমি આમે અમે आम्ही मी ਅਸੀਂ ਮੈਂ ਹਾਂ ਹੈ నేను మేము நாங்கள் நான் ನಾವು ನಾನು ഞങ്ങൾ ہم میں ہیں ہے ଆମେ"
    )
)

CUES = MAKES_BEFORE | MAKES_AFTER | NEEDS_BEFORE | NEEDS_AFTER | USES_BEFORE | USES_AFTER
SILENT = STOP | CUES | FILLERS | MACHINE_WORDS
"""Words that name nothing and are not missed."""


@cache
def known() -> frozenset[str]:
    """Words that are no typing errors."""
    return SILENT | common()
