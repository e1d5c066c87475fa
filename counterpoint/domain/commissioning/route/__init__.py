"""Which ways of buying the law leaves open, as dated rules with their sources. It advises."""
