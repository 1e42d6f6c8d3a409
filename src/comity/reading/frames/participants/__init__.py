"""Who takes part in an act: subjects and objects of its verb, delegations by their leaders, pronouns."""
