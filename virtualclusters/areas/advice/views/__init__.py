"""The pages of advice, a module a visitor: whoever looks, the unit that asks, the two of a case, the adviser, the facilitator."""
