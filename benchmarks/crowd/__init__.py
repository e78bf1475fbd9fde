"""A made-up country for `benchmarks.fanout`: millions of units over a vocabulary of 60,000 products, written by COPY."""
