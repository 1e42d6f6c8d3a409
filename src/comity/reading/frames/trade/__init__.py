"""Figures of trade."""
