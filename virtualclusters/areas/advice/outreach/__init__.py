"""Offers of help to many units: whom they are for, and how they reach them without flooding anybody."""
