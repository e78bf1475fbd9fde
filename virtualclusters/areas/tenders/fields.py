"""What a row about a tender may say, and the names such columns go by: state portals, OCDS, offices' own tables in English and Hindi."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.imports.specs import Field
from virtualclusters.capabilities.imports.values import Type

_WHO = (
    Field(
        "tender_id",
        _("Tender number"),
        synonyms=(
            "Tender ID",
            "tender/id",
            "Tender No",
            "NIT No.",
            "Bid Number",
            "Notice number",
            "निविदा संख्या",
            "निविदा क्रमांक",
        ),
    ),
    Field("ocid", _("Open contracting number"), synonyms=("ocid", "release ocid")),
    Field(
        "reference",
        _("Buyer's reference"),
        synonyms=(
            "tender_externalreference",
            "tender/externalReference",
            "Tender Reference Number",
            "Reference No",
            "File No",
            "Letter No",
            "संदर्भ संख्या",
            "पत्रांक",
        ),
    ),
    Field(
        "title",
        _("Title"),
        required=True,
        synonyms=(
            "tender_title",
            "tender/title",
            "Name of Work",
            "Item",
            "Subject",
            "Tender Title",
            "कार्य का नाम",
            "शीर्षक",
            "विषय",
        ),
    ),
    Field(
        "description",
        _("Description"),
        synonyms=(
            "Work Description",
            "tender/description",
            "Details",
            "Item Description",
            "Scope of work",
            "विवरण",
            "कार्य विवरण",
        ),
    ),
    Field(
        "buyer",
        _("Buyer"),
        synonyms=(
            "Organisation Chain",
            "Organisation",
            "Organization Chain",
            "buyer/name",
            "Department",
            "Office",
            "Procuring Entity",
            "tender/procuringEntity/name",
            "विभाग",
            "कार्यालय",
            "क्रेता",
        ),
    ),
    Field("buyer_type", _("Kind of buyer"), synonyms=("Buyer Type", "Ownership of buyer", "क्रेता का प्रकार")),
    Field(
        "authority",
        _("Inviting authority"),
        synonyms=("Tender Inviting Authority", "Inviting Officer Post", "निविदा आमंत्रण प्राधिकारी"),
    ),
)
_WHAT = (
    Field("category", _("Category"), synonyms=("Tender Category", "tender/mainProcurementCategory", "निविदा श्रेणी")),
    Field(
        "tender_type",
        _("Tender type"),
        synonyms=("tender/procurementMethod", "Type of tender", "निविदा प्रकार", "निविदा का प्रकार"),
    ),
    Field(
        "form_of_contract", _("Form of contract"), synonyms=("tender/contractType", "Contract Type", "अनुबंध का प्रकार")
    ),
    Field(
        "product_category",
        _("Product category"),
        synonyms=(
            "tenderclassification/description",
            "tender/classification/description",
            "tender/items/0/classification/description",
            "Item Category",
            "Product Sub-Category",
            "उत्पाद श्रेणी",
            "सामग्री श्रेणी",
        ),
    ),
    Field(
        "period_of_work",
        _("Period of work"),
        synonyms=("Period Of Work(Days)", "Completion period", "Delivery period", "कार्य अवधि"),
    ),
    Field("payment_mode", _("Payment mode"), synonyms=("Payment Mode", "भुगतान का तरीका")),
    Field(
        "two_stage",
        _("Two-stage bidding"),
        Type.YES_NO,
        synonyms=("Allow Two Stage Bidding", "tender/allowTwoStageTender"),
    ),
    Field("status", _("Status"), synonyms=("tender/status", "Tender Status", "स्थिति")),
    Field(
        "bids_received",
        _("Bids received"),
        Type.INTEGER,
        synonyms=("No of Bids Received", "tender/numberOfTenderers", "bids"),
    ),
    Field("stage", _("Stage"), synonyms=("Tender Stage", "tender/stage", "चरण")),
)
_MONEY = (
    Field(
        "value",
        _("Value"),
        Type.MONEY,
        synonyms=(
            "Tender Value in ₹",
            "tender/value/amount",
            "Tender Value",
            "value_inr",
            "Estimated cost",
            "Estimated value",
            "अनुमानित लागत",
            "अनुमानित मूल्य",
        ),
    ),
    Field(
        "fee",
        _("Tender fee"),
        Type.MONEY,
        synonyms=(
            "Tender Fee in ₹",
            "Cost of tender papers",
            "Document fee",
            "tender/participationFees/0/value/amount",
            "निविदा शुल्क",
        ),
    ),
    Field(
        "emd",
        _("Earnest money deposit"),
        synonyms=("EMD", "EMD Amount", "EMD Amount in ₹", "Earnest Money", "Bid Security", "धरोहर राशि", "बयाना राशि"),
    ),
    Field(
        "emd_exemption",
        _("EMD exemption allowed"),
        Type.YES_NO,
        synonyms=("EMD Exemption Allowed", "Exemption from EMD", "धरोहर राशि में छूट"),
    ),
)
_DATES = (
    Field(
        "published_at",
        _("Published on"),
        Type.MOMENT,
        synonyms=(
            "Published Date",
            "tender/datePublished",
            "published",
            "e-Published Date",
            "Date of issue",
            "Date of publication",
            "प्रकाशन तिथि",
            "जारी तिथि",
        ),
    ),
    Field(
        "papers_from",
        _("Papers from"),
        Type.MOMENT,
        synonyms=("Document Download / Sale Start Date", "Sale Start Date", "Document Sale Start Date"),
    ),
    Field(
        "papers_until",
        _("Papers until"),
        Type.MOMENT,
        end_of_day=True,
        synonyms=("Document Download / Sale End Date", "Sale End Date", "Document Sale End Date"),
    ),
    Field(
        "questions_from",
        _("Questions from"),
        Type.MOMENT,
        synonyms=("Clarification Start Date", "tender/enquiryPeriod/startDate"),
    ),
    Field(
        "questions_until",
        _("Questions until"),
        Type.MOMENT,
        end_of_day=True,
        synonyms=("Clarification End Date", "tender/enquiryPeriod/endDate"),
    ),
    Field(
        "bids_from",
        _("Bids from"),
        Type.MOMENT,
        synonyms=("Bid Submission Start Date", "tender/tenderPeriod/startDate"),
    ),
    Field(
        "bids_until",
        _("Bids until"),
        Type.MOMENT,
        end_of_day=True,
        synonyms=(
            "Bid Submission End Date",
            "Bid closing date",
            "tender/tenderPeriod/endDate",
            "Last date",
            "Closing date",
            "Due date",
            "Last date of submission",
            "Bid End Date/Time",
            "अंतिम तिथि",
            "जमा करने की अंतिम तिथि",
        ),
    ),
    Field(
        "bids_open_at",
        _("Bids are opened on"),
        Type.MOMENT,
        synonyms=(
            "Bid Opening Date",
            "bid_opening",
            "tender/bidOpening/date",
            "Opening date",
            "Date of opening",
            "Bid Opening Date/Time",
            "निविदा खुलने की तिथि",
            "खोलने की तिथि",
        ),
    ),
    Field(
        "pre_bid_meeting_at",
        _("Pre-bid meeting"),
        Type.MOMENT,
        synonyms=("Pre Bid Meeting Date", "Prebid meeting", "पूर्व बोली बैठक"),
    ),
    Field(
        "price_bids_open_at",
        _("Price bids are opened on"),
        Type.MOMENT,
        synonyms=("Price Bid Opening Date", "Financial Bid Opening Date", "tender/milestones/dueDate"),
    ),
    Field(
        "contract_at",
        _("Contract given on"),
        Type.MOMENT,
        synonyms=("Contract Date", "Contract Date :", "AOC Date", "awards/0/date"),
    ),
    Field(
        "bid_validity_days",
        _("Bid validity in days"),
        Type.INTEGER,
        synonyms=("Bid Validity(Days)", "Bid Validity", "Offer validity days", "वैधता दिन"),
    ),
)
_WHERE = (
    Field(
        "location",
        _("Place of work"),
        synonyms=("location", "Work location", "Place of delivery", "Consignee", "स्थान", "कार्य स्थल"),
    ),
    Field("pin", _("PIN code"), Type.PIN, synonyms=("Pincode", "Pin", "Postal code", "पिन कोड", "पिनकोड")),
    Field("state", _("State"), synonyms=("source_state", "State name", "राज्य")),
    Field("portal", _("Portal"), synonyms=("Portal", "Source portal", "Portal name", "पोर्टल")),
    Field(
        "address",
        _("Address of the notice"),
        synonyms=("URL", "Link", "Notice URL", "Tender link", "tender/documents/0/url", "लिंक"),
    ),
    Field("documents", _("Documents"), Type.LIST, synonyms=("Document names", "tender/documents/0/title", "Documents")),
)

FIELDS = (*_WHO, *_WHAT, *_MONEY, *_DATES, *_WHERE)
