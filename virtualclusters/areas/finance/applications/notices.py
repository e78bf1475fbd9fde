"""Messages about applications, as they read by SMS, in lists and by e-mail.

None of them sounds like an approval before the lender's own words.
"""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.finance.applications.numbers import shown_number
from virtualclusters.areas.finance.messages import instant
from virtualclusters.areas.finance.models import OWN_REASONS, DeclineReason, Stage
from virtualclusters.capabilities.messaging.registry import Category, Tag, Variable, register
from virtualclusters.exchange.engagements.notices import DAY, FIRM
from virtualclusters.exchange.engagements.words import END_REASONS
from virtualclusters.ui.formatters import inr

SENT, RECEIVED, STAGE, ASKED, ANSWERED = "loan.sent", "loan.received", "loan.stage", "loan.asked", "loan.answered"
VISIT, SANCTIONED, DECLINED, ACCEPTED = "loan.visit", "loan.sanctioned", "loan.declined", "loan.accepted"
OVER, TAKEN_BACK, COME_BACK = "loan.over", "loan.taken_back", "loan.come_back"
DECIDE_SOON, LATE, LATE_OWNER = "loan.decide_soon", "loan.late", "loan.late_owner"
PAID, DID_IT_COME, MISSING = "loan.paid", "loan.did_it_come", "loan.missing"
STANDS, LENDER_LEFT = "loan.yes_stands", "loan.lender_left"


def shown_stage(code) -> str:
    """A stored stage in words."""
    return str(Stage(code).label)


def shown_why(code) -> str:
    """A stored reason in words, without the full stop that the text puts itself."""
    words = {**dict(DeclineReason.choices), **OWN_REASONS, **END_REASONS}
    return str(words.get(code, "")).rstrip(".।") or "–"


NUMBER = Variable("number", max_length=14, shown=shown_number)
STAGE_NOW = Variable("stage", max_length=30, shown=shown_stage)
WHY = Variable("why", max_length=60, shown=shown_why)
AMOUNT = Variable("amount", Tag.ALPHANUMERIC, max_length=20, shown=inr)


TEMPLATES = (
    instant(
        SENT,
        Category.REPLY,
        en="your application {number} is with {firm}. They decide by {day}.",
        hi="आपका आवेदन {number} {firm} के पास है। वे {day} तक फ़ैसला करेंगे।",
        ur="آپ کی درخواست {number} {firm} کے پاس ہے۔ وہ {day} تک فیصلہ کریں گے۔",
        line=_("Your application {number} is with {firm}. They decide by {day}."),
        body=_("Keep the number. Only the bank decides."),
        variables=(NUMBER, FIRM, DAY),
    ),
    instant(
        RECEIVED,
        Category.REPLY,
        en="{firm} applied for a loan, number {number}. Decide by {day}.",
        hi="{firm} ने कर्ज़ के लिए आवेदन किया, नंबर {number}। {day} तक फ़ैसला करें।",
        ur="{firm} نے قرض کی درخواست دی، نمبر {number}۔ {day} تک فیصلہ کریں۔",
        line=_("{firm} applied for a loan, number {number}. Decide by {day}."),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        STAGE,
        Category.REPLY,
        en="{firm}, application {number}: {stage}.",
        hi="{firm}, आवेदन {number}: {stage}।",
        ur="{firm}، درخواست {number}: {stage}۔",
        line=_("{firm}, application {number}: {stage}"),
        variables=(FIRM, NUMBER, STAGE_NOW),
    ),
    instant(
        ASKED,
        Category.DEADLINE,
        en="{firm} asks you about application {number}. Answer by {day}:",
        hi="{firm} आवेदन {number} के बारे में पूछता है। {day} तक जवाब दें:",
        ur="{firm} درخواست {number} کے بارے میں پوچھتا ہے۔ {day} تک جواب دیں:",
        line=_("{firm} asks you about application {number}. Answer by {day}."),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        ANSWERED,
        Category.REPLY,
        en="{firm} answered your question on application {number}:",
        hi="{firm} ने आवेदन {number} पर आपके सवाल का जवाब दिया:",
        ur="{firm} نے درخواست {number} پر آپ کے سوال کا جواب دیا:",
        line=_("{firm} answered your question on application {number}"),
        variables=(FIRM, NUMBER),
    ),
    instant(
        VISIT,
        Category.DEADLINE,
        en="{firm} comes to see your place on {day}, application {number}:",
        hi="{firm} {day} को आपकी जगह देखने आएँगे, आवेदन {number}:",
        ur="{firm} {day} کو آپ کی جگہ دیکھنے آئیں گے، درخواست {number}:",
        line=_("{firm} comes to see your place on {day}, application {number}"),
        variables=(FIRM, DAY, NUMBER),
    ),
    instant(
        SANCTIONED,
        Category.DECISION,
        en="{firm} says yes to {amount}, application {number}. Read it and answer by {day}:",
        hi="{firm} ने {amount} के लिए हाँ कहा, आवेदन {number}। पढ़ें और {day} तक जवाब दें:",
        ur="{firm} نے {amount} کے لیے ہاں کہا، درخواست {number}۔ پڑھیں اور {day} تک جواب دیں:",
        line=_("{firm} says yes to {amount}, application {number}. Answer by {day}."),
        variables=(FIRM, AMOUNT, NUMBER, DAY),
    ),
    instant(
        DECLINED,
        Category.DECISION,
        en="{firm} said no to application {number}: {why}. How to mend it, come back {day}:",
        hi="{firm} ने आवेदन {number} पर ना कहा: {why}। कैसे सुधारें, {day} से फिर आएँ:",
        ur="{firm} نے درخواست {number} پر نہ کہا: {why}۔ کیسے درست کریں، {day} سے پھر آئیں:",
        line=_("{firm} said no to application {number}: {why}. You can come back on {day}."),
        body=_("The page says how to mend it."),
        variables=(FIRM, NUMBER, WHY, DAY),
    ),
    instant(
        ACCEPTED,
        Category.DECISION,
        en="{firm} said yes to your loan, application {number}. Pay it out by {day}.",
        hi="{firm} ने आपके कर्ज़ पर हाँ कहा, आवेदन {number}। {day} तक पैसा दें।",
        ur="{firm} نے آپ کے قرض پر ہاں کہا، درخواست {number}۔ {day} تک رقم دیں۔",
        line=_("{firm} said yes to your loan, application {number}. Pay it out by {day}."),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        OVER,
        Category.DECISION,
        en="application {number} with {firm} is over: {why}. Other loans:",
        hi="{firm} के साथ आवेदन {number} खत्म हुआ: {why}। दूसरे कर्ज़:",
        ur="{firm} کے ساتھ درخواست {number} ختم ہوئی: {why}۔ دوسرے قرض:",
        line=_("Application {number} with {firm} is over: {why}."),
        body=_("They read your papers no longer. The page shows other loans for the same amount."),
        variables=(NUMBER, FIRM, WHY),
    ),
    instant(
        TAKEN_BACK,
        Category.DECISION,
        en="{firm} stepped back from application {number}: {why}.",
        hi="{firm} ने आवेदन {number} वापस लिया: {why}।",
        ur="{firm} نے درخواست {number} واپس لی: {why}۔",
        line=_("{firm} stepped back from application {number}: {why}."),
        variables=(FIRM, NUMBER, WHY),
    ),
    instant(
        COME_BACK,
        Category.DEADLINE,
        en="you can now come back to {firm} with your loan, number {number}. Apply again:",
        hi="अब आप {firm} के पास फिर आवेदन कर सकते हैं, पुराना नंबर {number}:",
        ur="اب آپ {firm} کے پاس پھر درخواست دے سکتے ہیں، پرانا نمبر {number}:",
        line=_("You can now come back to {firm}: application {number}"),
        body=_("See what they wanted mended, then apply again. All is filled in already."),
        variables=(FIRM, NUMBER),
    ),
    instant(
        DECIDE_SOON,
        Category.DEADLINE,
        en="decide on {firm}, application {number}, by {day}.",
        hi="{firm}, आवेदन {number} पर {day} तक फ़ैसला करें।",
        ur="{firm}، درخواست {number} پر {day} تک فیصلہ کریں۔",
        line=_("Decide on {firm}, application {number}, by {day}"),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        LATE,
        Category.DEADLINE,
        en="your promised day is over: {firm}, application {number}, was due {day}.",
        hi="आपका तय दिन निकल गया: {firm}, आवेदन {number}, {day} तक था।",
        ur="آپ کا طے شدہ دن گزر گیا: {firm}، درخواست {number}، {day} تک تھا۔",
        line=_("Your promised day is over: {firm}, application {number}"),
        body=_("It was due on {day}. The owner and the administrator see that it is late."),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        LATE_OWNER,
        Category.DEADLINE,
        en="{firm} is late with application {number}: they promised {day}. The administrator sees it.",
        hi="{firm} ने आवेदन {number} पर देर की: वादा {day} का था। प्रशासक भी देखते हैं।",
        ur="{firm} نے درخواست {number} پر دیر کی: وعدہ {day} کا تھا۔ منتظم بھی دیکھتے ہیں۔",
        line=_("{firm} is late with application {number}: they promised {day}."),
        body=_("We told them, and the administrator sees it too."),
        variables=(FIRM, NUMBER, DAY),
    ),
    instant(
        PAID,
        Category.DECISION,
        en="{firm} says that {amount} was paid out, application {number}.",
        hi="{firm} के अनुसार {amount} दे दिया गया, आवेदन {number}।",
        ur="{firm} کے مطابق {amount} دے دی گئی، درخواست {number}۔",
        line=_("{firm} says that {amount} was paid out, application {number}"),
        variables=(FIRM, AMOUNT, NUMBER),
    ),
    instant(
        DID_IT_COME,
        Category.DEADLINE,
        en="did {amount} from {firm} come, application {number}? Say yes or no:",
        hi="क्या {firm} से {amount} आया, आवेदन {number}? हाँ या ना कहें:",
        ur="کیا {firm} سے {amount} آئے، درخواست {number}؟ ہاں یا نہ کہیں:",
        line=_("Did {amount} from {firm} come? Say yes or no: application {number}"),
        variables=(AMOUNT, FIRM, NUMBER),
    ),
    instant(
        MISSING,
        Category.DEADLINE,
        en="{firm} says that {amount} did not come, application {number}. Look into it:",
        hi="{firm} कहते हैं कि {amount} नहीं आया, आवेदन {number}। देखें:",
        ur="{firm} کہتے ہیں کہ {amount} نہیں آئے، درخواست {number}۔ دیکھیں:",
        line=_("{firm} says that {amount} did not come, application {number}"),
        variables=(FIRM, AMOUNT, NUMBER),
    ),
    instant(
        STANDS,
        Category.DECISION,
        en="{firm} gives no more loans of this package. Their yes to application {number} stands: ask them.",
        hi="{firm} अब इस पैकेज से कर्ज़ नहीं देता। आवेदन {number} पर उनकी हाँ बनी है: उनसे पूछें।",
        ur="{firm} اب اس پیکیج سے قرض نہیں دیتا۔ درخواست {number} پر ان کی ہاں برقرار ہے: ان سے پوچھیں۔",
        line=_("{firm} gives no more loans of this package. Their yes to application {number} stands."),
        body=_("Ask them when the money comes. The page shows their contact."),
        variables=(FIRM, NUMBER),
    ),
    instant(
        LENDER_LEFT,
        Category.DECISION,
        en="{firm} has left this portal. Call them about application {number}, or look at other loans:",
        hi="{firm} ने यह पोर्टल छोड़ दिया। आवेदन {number} के बारे में उन्हें फ़ोन करें, या दूसरे कर्ज़ देखें:",
        ur="{firm} نے یہ پورٹل چھوڑ دیا۔ درخواست {number} کے بارے میں انہیں فون کریں، یا دوسرے قرض دیکھیں:",
        line=_("{firm} has left this portal: application {number}"),
        body=_("They said yes to this loan. Call them: they alone can pay it out. Or look at other loans here."),
        variables=(FIRM, NUMBER),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
