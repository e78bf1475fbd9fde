"""Bank rates that the portal ships with: day, percent, where it stands, and whether a person read the circular itself.

What was not read at the Reserve Bank is marked to be checked; the administrator checks it, or corrects it, on the desk.
"""

RBI = "https://www.rbi.org.in/scripts/NotificationUser.aspx?Id=11839&Mode=0"
JUNE_2019 = "https://website.rbi.org.in/bn/web/rbi/-/notifications/change-in-bank-rate-11576"
JUNE_2022 = "https://website.rbi.org.in/as/web/rbi/-/notifications/change-in-bank-rate-12333"
FEBRUARY_2023 = "https://updates.manupatra.com/roundup/contentsummary.aspx?iid=41984"
STATEMENT = "Monetary policy statement of that day"

KNOWN_RATES = [
    ("2019-06-06", "6.00", "RBI/2018-19/199", JUNE_2019, True),
    ("2019-08-07", "5.65", STATEMENT, "", False),
    ("2019-10-04", "5.40", "DBR.No.Ret.BC.19/12.01.001/2019-20, named in RBI/2019-20/190", RBI, True),
    ("2020-03-27", "4.65", "RBI/2019-20/190", RBI, True),
    ("2020-05-22", "4.25", STATEMENT, "", False),
    ("2022-05-04", "4.65", "DOR.RET.REC.32/12.01.001/2022-23, named in RBI/2022-23/65", JUNE_2022, True),
    ("2022-06-08", "5.15", "RBI/2022-23/65", JUNE_2022, True),
    ("2022-08-05", "5.65", STATEMENT, "", False),
    ("2022-09-30", "6.15", STATEMENT, "", False),
    ("2022-12-07", "6.50", "DOR.RET.REC.88/12.01.001/2022-23", FEBRUARY_2023, True),
    ("2023-02-08", "6.75", "Change in Bank Rate, 8 February 2023", FEBRUARY_2023, True),
    ("2025-02-07", "6.50", STATEMENT, "", False),
    ("2025-04-09", "6.25", STATEMENT, "", False),
    ("2025-06-06", "5.75", STATEMENT, "", False),
    ("2025-12-05", "5.50", STATEMENT, "", False),
]


def write_known_rates(apps, schema_editor):
    """Write them into the table, for the migration."""
    model = apps.get_model("late_payments", "BankRate")
    for day, percent, source, address, is_checked in KNOWN_RATES:
        values = {"percent": percent, "source": source, "address": address, "is_checked": is_checked}
        model.objects.get_or_create(day=day, defaults=values)
