"""Companies of one state at work in the other, and money put in."""
