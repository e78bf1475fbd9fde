"""A spec for tests: notices of purchases kept in a plain dictionary, and files of several layouts that tell of them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from virtualclusters.capabilities.imports.specs import Field, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.foundation.errors import Refused

FIELDS = (
    Field(
        "reference",
        _("Notice number"),
        required=True,
        synonyms=("Tender ID", "tender/id", "ocid", "निविदा संख्या", "Vorgangsnummer", "NIT No."),
    ),
    Field(
        "title",
        _("Title"),
        required=True,
        synonyms=("tender_title", "tender/title", "Name of Work", "कार्य का नाम", "शीर्षक"),
    ),
    Field("buyer", _("Buyer"), synonyms=("Organisation Chain", "buyer/name", "Department", "विभाग", "Office")),
    Field(
        "published_at",
        _("Published on"),
        Type.MOMENT,
        synonyms=("Published Date", "tender/datePublished", "प्रकाशन तिथि", "Date of issue"),
    ),
    Field(
        "closes_at",
        _("Closes on"),
        Type.MOMENT,
        end_of_day=True,
        synonyms=(
            "Bid Submission End Date",
            "tender/tenderPeriod/endDate",
            "अंतिम तिथि",
            "Last date",
            "Closing date",
            "Due date",
        ),
    ),
    Field(
        "value",
        _("Value in rupees"),
        Type.MONEY,
        synonyms=("Tender Value in ₹", "tender/value/amount", "अनुमानित लागत", "Estimated cost"),
    ),
    Field("pin", _("PIN code"), Type.PIN, synonyms=("Pincode", "पिन कोड", "Postal code")),
    Field("reserved", _("Reserved for small firms"), Type.YES_NO, synonyms=("MSE only", "लघु उद्योग हेतु आरक्षित")),
    Field(
        "products",
        _("Products"),
        Type.LIST,
        synonyms=("Product Category", "tender/items/0/description", "सामग्री", "Items"),
    ),
)


@dataclass
class Shelf:
    """Where applied rows go; `writes` counts how often a row was written."""

    rows: dict[str, dict] = field(default_factory=dict)
    added_by: dict[str, int] = field(default_factory=dict)

    def check(self, row):
        late = row["published_at"] and row["closes_at"] and row["closes_at"] < row["published_at"]
        return [Problem("closes_at", "closes_before_it_opens")] if late else []

    def apply(self, row, source):
        key, plain = row["reference"], {name: str(value) for name, value in row.items()}
        if row["title"] == "forbidden":
            raise Refused("not_ours", "We do not take this.", "Send it elsewhere.")
        known = self.rows.get(key)
        if known == plain:
            return "same"
        self.rows[key] = plain
        if known is None:
            self.added_by[key] = source.import_id
            return "added"
        source.before = known
        return "changed"

    def undo(self, import_id, limit):
        mine = [key for key, number in self.added_by.items() if number == import_id][:limit]
        for key in mine:
            del self.rows[key], self.added_by[key]
        return len(mine)

    def put_back(self, key, before):
        self.rows[key] = before

    def spec(self, name="notices"):
        return RowSpec(
            name=name,
            label="Notices",
            fields=FIELDS,
            key=lambda row: row["reference"],
            check=self.check,
            apply=self.apply,
            undo=self.undo,
            put_back=self.put_back,
            sentences={"closes_before_it_opens": "This day is before the day it was published."},
        )


HINDI = (
    "निविदा संख्या,कार्य का नाम,विभाग,प्रकाशन तिथि,अंतिम तिथि,अनुमानित लागत (₹),पिन कोड,लघु उद्योग हेतु आरक्षित\n"
    "उप्र/२०२६/१,मसाला पीसने की मशीन की आपूर्ति,खाद्य प्रसंस्करण विभाग,०१-११-२०२६,३०-११-२०२६,५ लाख,२२६००१,हाँ\n"
    'उप्र/२०२६/२,शहद की बोतलें,उद्यान विभाग,2 नवंबर 2026,1 दिसंबर 2026,"12,50,000",226010,नहीं\n'
    "उप्र/२०२६/३,अचार के जार,जेल विभाग,03/11/2026,04/12/2026,75000,208001,नहीं\n"
)
GERMAN_STYLE = (
    "Sample purchase list;;;;;;\n"
    "NIT No.;Name of Work;Office;Date of issue;Last date;Estimated cost;Postal code\n"
    "B/1;Café grinder – 5 kg;District Stores;01.11.2026;30.11.2026 17:00;Rs. 2,50,000/-;411001\n"
    "B/2;Jars “wide mouth”;District Stores;02.11.2026;01.12.2026 17:00;75000;411002\n"
    "B/3;Labels – paper;District Stores;03.11.2026;02.12.2026 17:00;1.5 lakh;411003\n"
)
TITLED = [
    ["Purchases of the Sample District, November 2026"],
    ["All values in rupees", None, None, None, None, None, "as of 21 Nov 2026"],
    [],
    ["S. No.", "Tender ID", "Tender Title", "Organisation", "Published", "Bid closing date", "Tender Value", "Pin"],
    [
        1,
        "X/1",
        "Supply of rice flour",
        "Sample Stores",
        "01-Nov-2026 10:00 AM",
        "30-Nov-2026 05:00 PM",
        "75,00,000",
        781037,
    ],
    [],
    [2, "X/2", "Supply of honey", "Sample Stores", "02-Nov-2026 10:00 AM", "30-Nov-2026 05:00 PM", "2,00,000", 781038],
    [3, "X/3", "Supply of jaggery", "Sample Stores", "03-Nov-2026 10:00 AM", "30-Nov-2026 05:00 PM", "40,000", 781039],
]
RELEASES = {
    "uri": "https://sample.example/package",
    "version": "1.1",
    "releases": [
        {
            "ocid": "ocds-sample-1",
            "tender": {
                "title": "Supply of biscuits",
                "value": {"amount": 450000.5, "currency": "INR"},
                "datePublished": "2026-11-01T10:00:00+05:30",
                "tenderPeriod": {"endDate": "2026-11-30T17:00:00Z"},
                "items": [{"description": "Biscuits"}, {"description": "Cakes"}],
                "additionalProcurementCategories": ["goods", "food"],
            },
            "buyer": {"name": "Sample Railway Kitchen"},
        },
        {"ocid": "ocds-sample-2", "tender": {"title": "Supply of tea"}, "buyer": {"name": "Sample Railway Kitchen"}},
    ],
}
