"""How long papers usually take, as the portal ships with it. Nobody has read these at their source: each is marked to be checked.

The administrator checks or corrects them on the desk; what is not in the table is told as not known.
"""

USUAL_DAYS = [
    ("udyam-registration", 1, "Online registration, Ministry of MSME"),
    ("gst", 7, "CGST Rules 2017, rule 9: seven working days"),
    ("pan", 15, ""),
    ("dsc", 3, ""),
    ("fssai", 60, "Food Safety and Standards (Licensing and Registration of Food Businesses) Regulations 2011"),
    ("iec", 3, ""),
    ("agmark", 60, ""),
    ("bis-mark", 30, ""),
]


def write_usual_days(apps, schema_editor):
    """Write them into the table, for the migration."""
    model = apps.get_model("rules", "PaperDays")
    for paper, days, source in USUAL_DAYS:
        model.objects.get_or_create(paper=paper, defaults={"days": days, "source": source})
