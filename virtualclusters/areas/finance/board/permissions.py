"""Who reads a lender's book."""

from enum import StrEnum


class BookPermission(StrEnum):
    """The lender's own people: reading and bringing the book, and writing down what the board allows."""

    BOOK_READ = "loan_book:read"
    BOOK_SET = "loan_book:set"
