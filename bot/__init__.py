"""The bot: decides and acts.

Names of places are compared by the sounds of their characters. pypinyin's dictionary of 47,000 phrases takes 45 MiB and
half a second at every start for the few characters of two sounds; those that matter here are in `bot.rules.places`.
"""

import os

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
