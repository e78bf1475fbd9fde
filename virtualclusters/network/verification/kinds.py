"""The registers in the words people know, and what each asks for as a paper."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.organisations.models import OrganisationKind

NAMES = {
    IdentifierKind.PAN: _("PAN"),
    IdentifierKind.GSTIN: _("GSTIN"),
    IdentifierKind.UDYAM: _("Udyam number"),
    IdentifierKind.FSSAI: _("FSSAI number"),
    IdentifierKind.IFSC: _("IFSC"),
    IdentifierKind.DARPAN: _("NGO Darpan number"),
    IdentifierKind.IEC: _("Import export code (IEC)"),
    IdentifierKind.CIN: _("CIN"),
    IdentifierKind.LLPIN: _("LLPIN"),
    IdentifierKind.AISHE: _("AISHE code"),
    IdentifierKind.AICTE: _("AICTE permanent id"),
    IdentifierKind.NCVT: _("ITI code (NCVT)"),
}

PAPERS = {
    IdentifierKind.PAN: _("A photo of the PAN card of the business. If the business has none, of the owner's card."),
    IdentifierKind.GSTIN: _("Your GST registration certificate, page 1."),
    IdentifierKind.UDYAM: _("Your Udyam registration certificate, page 1."),
    IdentifierKind.FSSAI: _("Your FSSAI licence or registration."),
    IdentifierKind.IFSC: _("A cancelled cheque or the first page of the passbook, with the account number covered."),
    IdentifierKind.DARPAN: _("A printout of your page on NGO Darpan."),
    IdentifierKind.IEC: _("Your importer-exporter code certificate."),
    IdentifierKind.CIN: _("Your certificate of incorporation."),
    IdentifierKind.LLPIN: _("Your certificate of incorporation."),
    IdentifierKind.AISHE: _("Your AISHE certificate."),
    IdentifierKind.AICTE: _("Your latest AICTE letter of approval."),
    IdentifierKind.NCVT: _("Your NCVT affiliation order."),
}

WHERE_FOUND = {
    IdentifierKind.PAN: _("10 letters and digits, on the PAN card."),
    IdentifierKind.GSTIN: _("15 letters and digits, at the top of the GST certificate and on your bills."),
    IdentifierKind.UDYAM: _("Begins with UDYAM, at the top of the Udyam certificate."),
    IdentifierKind.FSSAI: _("14 digits, on the licence and on your packs."),
    IdentifierKind.IFSC: _("11 letters and digits, on the cheque book."),
    IdentifierKind.DARPAN: _("2 letters, a year and 7 digits, on NGO Darpan."),
    IdentifierKind.IEC: _("10 letters and digits, on the certificate."),
    IdentifierKind.CIN: _("21 letters and digits, on the certificate of incorporation."),
    IdentifierKind.LLPIN: _("3 letters and 4 digits, on the certificate of incorporation."),
    IdentifierKind.AISHE: _("A letter and up to 5 digits, in the AISHE portal."),
    IdentifierKind.AICTE: _("1, a dash and digits, on the letter of approval."),
    IdentifierKind.NCVT: _("2 letters and 8 digits, on the affiliation order."),
}

_K = IdentifierKind
_FIRM = (_K.UDYAM, _K.GSTIN, _K.PAN, _K.FSSAI, _K.IEC, _K.CIN, _K.LLPIN)
_OFFICE = (_K.PAN, _K.GSTIN)
ASKED_OF = {
    OrganisationKind.ENTERPRISE: _FIRM,
    OrganisationKind.ACADEMIC_INSTITUTION: (_K.AISHE, _K.AICTE, _K.NCVT, _K.PAN),
    OrganisationKind.TESTING_LABORATORY: (_K.PAN, _K.GSTIN, _K.CIN, _K.FSSAI),
    OrganisationKind.EXPERT_PRACTICE: (_K.PAN, _K.GSTIN, _K.UDYAM),
    OrganisationKind.FINANCIAL_INSTITUTION: (_K.IFSC, _K.CIN, _K.PAN),
    OrganisationKind.GOVERNMENT_BODY: _OFFICE,
    OrganisationKind.PUBLIC_UNDERTAKING: (_K.CIN, _K.GSTIN, _K.PAN),
    OrganisationKind.NGO: (_K.DARPAN, _K.PAN, _K.CIN),
    OrganisationKind.VOLUNTEER_EXECUTIVE: (_K.PAN,),
    OrganisationKind.INDUSTRY_ASSOCIATION: (_K.DARPAN, _K.PAN, _K.CIN),
    OrganisationKind.ADMINISTRATOR: _OFFICE,
}

RECHECK_AFTER_DAYS = dict.fromkeys(IdentifierKind, 365 * 2)
"""A verified number is looked at again after two years, FSSAI's too: since 1 April 2026 it has no end (domain notes §3.1)."""
