"""What stands on the desk of a lender."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.packages.listing import own_packages
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.network.desk_entries import DeskEntry, Figure


def waiting(*, actor, at):
    """How many packages wait for a second person."""
    return Figure(own_packages(actor).filter(published_at=None, loan_package__submitted_at__isnull=False).count())


PACKAGES = DeskEntry(
    url_name="lender_packages",
    label=gettext_lazy("Our loan packages"),
    about=gettext_lazy("Write a package for a trade, see how many units it fits, publish and confirm it."),
    permission=PackagePermission.PACKAGE_WRITE,
    figure=waiting,
    position=20,
)
