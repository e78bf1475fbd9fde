"""Text in any Indian script, and Roman letters as people type them, made comparable.

Four forms of a text, from careful to bold:

- ``ascii_digits``: the same text with 0 to 9;
- ``fold``: the same script, without what two typists do differently (case, nukta, chandrabindu, punctuation);
- ``roman_key``: one key for all scripts and free Roman spelling: शहद, shahad and Shehad give the same;
- ``skeleton``: the consonants only, for a second try when nothing else was found.

The nine Brahmic blocks of Unicode keep one order (that of ISCII), so one table of letters reads them all: a letter's
distance from the start of its block says what it is. A key is for comparing. It is never shown to anyone.
"""

from virtualclusters.foundation.scripts.folding import fold
from virtualclusters.foundation.scripts.letters import BRAHMIC, ascii_digits, script_of
from virtualclusters.foundation.scripts.showing import visible
from virtualclusters.foundation.scripts.sounding import roman_key, skeleton

__all__ = ["BRAHMIC", "ascii_digits", "fold", "roman_key", "script_of", "skeleton", "visible"]
