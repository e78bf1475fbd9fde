"""The slugs of finance's kinds, as stored with every opportunity."""

PACKAGE, REQUEST = "loan_package", "loan_request"
