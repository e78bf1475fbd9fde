"""What kind of device a browser runs on, in one word: enough for a person to know her own phone again, too little to follow her."""

_SIGNS = [
    ("Android", "android"),
    ("iPhone", "iphone"),
    ("iPad", "iphone"),
    ("Windows", "windows"),
    ("Mac OS", "mac"),
    ("Linux", "linux"),
]


def device_of(user_agent: str) -> str:
    """The kind of device, or an empty string when the browser does not say."""
    return next((device for sign, device in _SIGNS if sign in user_agent), "")
