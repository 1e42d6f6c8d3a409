"""Searching documents, claims and entities, in both scripts and both languages.

A word is looked up by its lemma in a plain Latin spelling (`words`), the same for what is held and for what is
asked, so that both databases only compare plain terms and give the same answers. `index` keeps the terms in step
with the register, `asking` understands what is asked, `finding` answers.
"""
