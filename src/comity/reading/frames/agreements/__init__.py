"""Instruments and what became of them."""
