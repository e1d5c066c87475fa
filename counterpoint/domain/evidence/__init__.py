"""What studies found, taken together: effect sizes, pooling, levels of evidence, certainty.

Every method stands with its reference in docs/explanation/evidence.md.
"""
