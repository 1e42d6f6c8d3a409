"""What the sides give, build, teach and practise together."""
