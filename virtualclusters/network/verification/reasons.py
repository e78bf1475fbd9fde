"""The nine canned reasons, on the keys 1 to 9. A migration writes them; an operator may change the sentences."""

REASONS = [
    (
        "unreadable",
        "The photo cannot be read. Send a clear photo of the whole page.",
        "फ़ोटो पढ़ी नहीं जा रही। पूरे पन्ने की साफ़ फ़ोटो भेजें।",
    ),
    (
        "other_number",
        "The number on the paper is not the number you gave. Check it.",
        "कागज़ पर लिखा नंबर आपके दिए नंबर से अलग है। जाँच लें।",
    ),
    (
        "other_name",
        "The name on the paper is not the name of your business here.",
        "कागज़ पर लिखा नाम आपके कारोबार के नाम से अलग है।",
    ),
    (
        "wrong_paper",
        "This is another paper than the one we asked for.",
        "यह वह कागज़ नहीं है जो हमने माँगा था।",
    ),
    (
        "other_state",
        "The state in the number is not the state of your unit.",
        "नंबर में लिखा राज्य आपकी इकाई के राज्य से अलग है।",
    ),
    (
        "other_pan",
        "The PAN in your numbers is not the same. Check them.",
        "आपके नंबरों में पैन अलग-अलग है। जाँच लें।",
    ),
    (
        "ended",
        "The paper says that the registration has ended.",
        "कागज़ के अनुसार यह पंजीकरण खत्म हो चुका है।",
    ),
    (
        "registered_twice",
        "Your business is here already under another name.",
        "आपका कारोबार यहाँ दूसरे नाम से पहले से दर्ज है।",
    ),
    (
        "not_whole",
        "A page is missing or cut off. Send the whole paper.",
        "पन्ना अधूरा या कटा हुआ है। पूरा कागज़ भेजें।",
    ),
]


def write_reasons(apps, schema_editor):
    """Write the nine into the table, for the migration."""
    model = apps.get_model("verification", "CannedReason")
    for position, (code, english, hindi) in enumerate(REASONS, start=1):
        model.objects.get_or_create(
            code=code, defaults={"position": position, "sentences": {"en": english, "hi": hindi}}
        )
