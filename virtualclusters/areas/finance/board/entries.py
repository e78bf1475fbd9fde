"""The board's entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.board.permissions import BookPermission
from virtualclusters.network.desk_entries import DeskEntry

BOARD_ENTRY = DeskEntry(
    url_name="lender_board",
    label=gettext_lazy("Our book"),
    about=gettext_lazy("What is owed by whom, how concentrated it is, your caps, and what a fall of a price would do."),
    permission=BookPermission.BOOK_READ,
    position=32,
)
