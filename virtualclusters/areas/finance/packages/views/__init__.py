"""Pages of packages: the lender’s, and the owner’s."""
