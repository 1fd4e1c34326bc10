"""An area's poster as a file in the chat of whoever asked for it."""

from __future__ import annotations

from bot.documents.poster import poster
from bot.rules.area_link import link_of
from bot.wording import values
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, words


def area_poster(saying: Saying) -> Worded:
    """`values`: bot (the username), code, names in both scripts."""
    code, names = str(saying.values["code"]), (str(saying.values["names"][0]), str(saying.values["names"][1]))
    link = link_of(str(saying.values["bot"]), code)

    def make() -> bytes:
        return poster(link, names)

    caption = words(saying.language, "poster-caption", name=values.area_name(names, saying.language))
    return Worded(caption, media=Media("document", "", make, f"poster-{code}.pdf"))


WORDS = {"area-poster": area_poster}
