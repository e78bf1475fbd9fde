"""Packages: what a lender writes for one trade, and what an owner reads of it."""
