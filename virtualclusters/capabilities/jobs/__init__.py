"""Background work in the transaction that asks for it: at least once, five tries, then a list that someone sees."""
