"""Pages of applications: the owner’s, and the lender’s."""
