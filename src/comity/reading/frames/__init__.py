"""Frames: one package a family of kinds. A frame looks at a sentence around one unit and drafts claims.

To add a kind: write a module with `STARTS` (the kinds of unit, or `trigger:<predicate>`, that wake it) and
`read(sentence, index, context)` in the package of its family, and name it in `order.FRAMES`. What all families share
stands beside the packages.
"""
