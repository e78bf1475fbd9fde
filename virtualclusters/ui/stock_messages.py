"""Sentences of Django 5.2 that a person can meet in spite of our own forms; our catalogues carry them too."""

STOCK_MESSAGES = [
    "Enter a valid value.",
    "Enter a valid URL.",
    "Enter a valid integer.",
    "Enter a valid email address.",
    "Enter a whole number.",
    "Enter a number.",
    "Enter a valid date.",
    "Enter a valid time.",
    "Enter a valid date/time.",
    "Enter a valid duration.",
    "This field is required.",
    "This field cannot be null.",
    "This field cannot be blank.",
    "Ensure this value is less than or equal to %(limit_value)s.",
    "Ensure this value is greater than or equal to %(limit_value)s.",
    "Null characters are not allowed.",
    "No file was submitted. Check the encoding type on the form.",
    "No file was submitted.",
    "The submitted file is empty.",
    "Please either submit a file or check the clear checkbox, not both.",
    "Upload a valid image. The file you uploaded was either not an image or a corrupted image.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Enter a list of values.",
    "Enter a complete value.",
    "Enter a valid UUID.",
    "Yes",
    "No",
    "Unknown",
]
STOCK_PLURALS = [
    (
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
]
