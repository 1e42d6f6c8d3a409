"""Who uses the register: accounts with roles, sign-in, tokens for programs, and the log of what was done."""
