"""What packages and requests add to the portal at start-up; called from ``ready()``."""

from virtualclusters.areas.finance import kind
from virtualclusters.areas.finance.applications import notices
from virtualclusters.areas.finance.applications.entries import LATE_ENTRY, LOANS_ENTRY
from virtualclusters.areas.finance.applications.imports import LOAN_STAGES
from virtualclusters.areas.finance.applications.waiting import TURNS
from virtualclusters.areas.finance.board.entries import BOARD_ENTRY
from virtualclusters.areas.finance.board.imports import LOAN_BOOK
from virtualclusters.areas.finance.board.permissions import BookPermission
from virtualclusters.areas.finance.packages import notices as about_packages
from virtualclusters.areas.finance.permissions import LoanPermission, PackagePermission
from virtualclusters.areas.finance.requests.entries import REQUESTS_ENTRY
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.specs import register as register_spec
from virtualclusters.exchange.kinds.kind import register
from virtualclusters.exchange.kinds.turns import tell_turns
from virtualclusters.network.desk_entries import add_desk_entry
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


def register_packages() -> None:
    """Kinds, and who writes and approves a lender's packages."""
    register(kind.LOAN_PACKAGE, kind.LOAN_PACKAGE_SCREENS)
    register(kind.LOAN_REQUEST, kind.LOAN_REQUEST_SCREENS)
    grant(PackagePermission.PACKAGE_WRITE, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    grant(PackagePermission.PACKAGE_APPROVE, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    grant(PackagePermission.LENDER_SET, roles=DECIDERS, kinds=kind.LENDERS)
    about_packages.register_all()


def register_applications() -> None:
    """Who applies and who works on it, its messages, its stage file, its places on the desk, and its turns in words."""
    grant(LoanPermission.LOAN_APPLY, roles=DECIDERS, kinds=kind.BORROWERS)
    grant(LoanPermission.LOAN_WORK, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    notices.register_all()
    register_spec(LOAN_STAGES)
    add_desk_entry(LOANS_ENTRY)
    add_desk_entry(LATE_ENTRY)
    add_desk_entry(REQUESTS_ENTRY)
    tell_turns(PACKAGE, TURNS)


def register_board() -> None:
    """The lender's own book: who reads, brings and caps it, and its entry on the desk."""
    register_spec(LOAN_BOOK)
    add_desk_entry(BOARD_ENTRY)
    for permission in (BookPermission.BOOK_READ, ImportPermission.IMPORT_RUN):
        grant(permission, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    grant(BookPermission.BOOK_SET, roles=DECIDERS, kinds=kind.LENDERS)
