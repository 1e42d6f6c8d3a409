"""Heads of mission and consuls: offices held, from when to when, and how they were taken up."""
