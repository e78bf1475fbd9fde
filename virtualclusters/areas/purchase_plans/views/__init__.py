"""Screens of purchase plans: ``plans`` for everybody and for who is interested, ``buying`` for a purchase officer, ``filing`` for the
administrator.
"""
