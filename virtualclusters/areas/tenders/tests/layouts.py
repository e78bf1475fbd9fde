"""Small files written for these tests, in the layouts that portals and offices use. Names and numbers are invented."""

import gzip
import io
import json

from openpyxl import Workbook

RAW_STATE = (
    "Tender ID,tender_externalreference,tender_title,Work Description,Tender Category,Tender Type,Form of contract,"
    "Product Category,Is Multi Currency Allowed For BOQ,Allow Two Stage Bidding,Independent External Monitor/Remarks,"
    "Published Date,Pre Bid Meeting Date,Bid Validity(Days),Should Allow NDA Tender,Payment Mode,Bid Opening Date,"
    "Organisation Chain,location,Pincode,No of Bids Received,Tender Value in ₹,Status,Contract Date :,Tender Stage,Department\n"
    "2026_SMPL_1_1,SAMPLE/12,Supply of turmeric powder,Supply of turmeric powder in 1 kg packs,Goods,Open Tender,Item Rate,"
    "Food Products,No,No,NA ,10-Nov-2026 05:00 PM,NA ,180.0,No ,Online,30-Nov-2026 02:00 PM,"
    'Sample Prison Department||Sample Central Jail,Nashik,422001.0,2.0,"7,50,000",,,To be opened,Sample Prison Department\n'
    "2026_SMPL_2_1,SAMPLE/13,Construction of a rice mill shed,Construction of a rice mill shed,Works,Open Tender,Item Rate,"
    "Civil Works - Building,No,No,NA ,10-Nov-2026 05:00 PM,18-Nov-2026 12:00 PM ,180.0,No ,Online,30-Nov-2026 02:00 PM,"
    "Sample Roads Department,Pune,411001.0,2.0,,,,To be opened,Sample Roads Department\n"
)
FLAT_OCDS = (
    "ocid,initiationType,tag,id,date,tender/id,tender/externalReference,tender/title,tender/mainProcurementCategory,"
    "tender/procurementMethod,tender/contractType,tenderclassification/description,tender/allowTwoStageTender,"
    "tender/value/amount,tender/datePublished,tender/numberOfTenderers,tender/bidOpening/date,tender/milestones/dueDate,"
    "tender/documents/id,buyer/name,Fiscal Year\n"
    "ocds-sample-2026_SMPL_1_1,tender,tender,1,2026-11-12,2026_SMPL_1_1,SAMPLE/12,Supply of turmeric powder,Goods,Open Tender,"
    'Supply,Food Products,No,"7,50,000",10-Nov-2026 05:00 PM,1,30-Nov-2026 02:00 PM,,,Sample Prison Department,2026-2027\n'
)
TIDY = gzip.compress(
    b"tender_id,source_state,title,description,category,tender_type,form_of_contract,product_category,published,bid_opening,"
    b"buyer,location,pincode,value_inr,bids\n"
    b"2026_SMPL_7_1,Assam,Supply of honey,Supply of honey in jars,Goods,Open Tender,Supply,Food Products,2026-11-10,2026-12-01,"
    b"Sample Health Mission||Sample Kitchen,Guwahati,781001,0.0,2.0\n"
)
RELEASES = json.dumps(
    {
        "version": "1.1",
        "releases": [
            {
                "ocid": "ocds-sample-9",
                "tender": {
                    "id": "SMPL-9",
                    "title": "Supply of mango pickle",
                    "mainProcurementCategory": "goods",
                    "value": {"amount": 450000.5, "currency": "INR"},
                    "datePublished": "2026-11-01T10:00:00+05:30",
                    "tenderPeriod": {"endDate": "2026-11-30T17:00:00+05:30"},
                },
                "buyer": {"name": "Ministry of Sample Affairs"},
            }
        ],
    }
).encode()
HINDI = (
    "निविदा संख्या,कार्य का नाम,विभाग,प्रकाशन तिथि,अंतिम तिथि,अनुमानित लागत (₹),धरोहर राशि,पिन कोड,स्थान\n"
    "नमूना/२०२६/१,मसाला पीसने की मशीन की आपूर्ति,नमूना खाद्य विभाग,०१-११-२०२६,३०-११-२०२६,५ लाख,10000,२२६००१,लखनऊ\n"
    'नमूना/२०२६/२,शहद की आपूर्ति,नमूना उद्यान विभाग,2 नवंबर 2026,1 दिसंबर 2026,"12,50,000",2%,226010,लखनऊ\n'
    "नमूना/२०२६/३,अचार की आपूर्ति,नमूना जेल विभाग,03/11/2026,04/12/2026,75000,शून्य नहीं,208001,कानपुर\n"
).encode()
SEMICOLONS = (
    "NIT No.;Name of Work;Office;Date of issue;Last date;Estimated cost;Earnest Money;Postal code\n"
    "B/1;Café spice grinder – 5 kg;Sample Stores;01.11.2026;30.11.2026 17:00;Rs. 2,50,000/-;5000;411001\n"
    "B/2;Jars “wide mouth”;Sample Stores;02.11.2026;01.12.2026 17:00;75000;1500;411002\n"
    "B/3;Turmeric powder – loose;Sample Stores;03.11.2026;02.12.2026 17:00;1.5 lakh;3000;411003\n"
).encode("cp1252")


def two_title_rows() -> bytes:
    """A workbook whose table begins under two title rows."""
    book = Workbook()
    for row in (
        ["Purchases of the Sample District"],
        ["All values in rupees", None, None, None, None, "as of 21 Nov 2026"],
        ["S. No.", "Tender ID", "Tender Title", "Organisation", "Published", "Bid closing date", "Tender Value", "Pin"],
        [
            1,
            "X/1",
            "Supply of rice flour",
            "Sample Stores",
            "01-Nov-2026 10:00 AM",
            "30-Nov-2026 05:00 PM",
            "7,50,000",
            781037,
        ],
        [
            2,
            "X/2",
            "Supply of honey",
            "Sample Stores",
            "02-Nov-2026 10:00 AM",
            "30-Nov-2026 05:00 PM",
            "2,00,000",
            781038,
        ],
    ):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
