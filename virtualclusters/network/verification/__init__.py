"""Numbers an organisation states about itself, and the people who check them.

"Format checked" means that a number could exist. "Verified" means that a person compared it with a paper.
The two words are never mixed.
Start reading at `models.py`, then `operations/`.
"""
