"""Diplomatic relations and recognition."""
