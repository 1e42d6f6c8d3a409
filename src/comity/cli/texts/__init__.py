"""The texts of the command line: a module for each language, all with the same keys and the same places to fill."""
