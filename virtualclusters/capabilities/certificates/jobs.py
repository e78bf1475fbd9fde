"""Printing certificates in the background."""

from virtualclusters.capabilities.certificates import printing
from virtualclusters.capabilities.jobs.declaring import job


@job(name="certificates.print")
def print_certificate(*, certificate_id: int) -> None:
    """Print a certificate; a second run prints the same bytes."""
    printing.keep(certificate_id=certificate_id)
