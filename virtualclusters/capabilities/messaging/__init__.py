"""Messages to people by SMS and e-mail: registered texts only, a digest by default, silence at night, nothing twice.

It is handed people and knows no organisation. Start reading at `registry.py` (what may be sent) and `operations.py`
(`notify`).
"""
