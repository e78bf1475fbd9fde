"""What packages and requests add to the portal at start-up; called from ``ready()``."""

from virtualclusters.areas.finance import kind
from virtualclusters.areas.finance.permissions import LoanPermission, PackagePermission
from virtualclusters.exchange.kinds.kind import register
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


def register_packages() -> None:
    """Kinds, and who writes and approves a lender's packages."""
    register(kind.LOAN_PACKAGE, kind.LOAN_PACKAGE_SCREENS)
    register(kind.LOAN_REQUEST, kind.LOAN_REQUEST_SCREENS)
    grant(PackagePermission.PACKAGE_WRITE, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    grant(PackagePermission.PACKAGE_APPROVE, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
    grant(PackagePermission.LENDER_SET, roles=DECIDERS, kinds=kind.LENDERS)
    grant(LoanPermission.LOAN_APPLY, roles=DECIDERS, kinds=kind.BORROWERS)
    grant(LoanPermission.LOAN_WORK, roles=[*DECIDERS, Role.OFFICER], kinds=kind.LENDERS)
