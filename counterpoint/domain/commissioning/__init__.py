"""From a need to an agreement: the rules, as functions of their arguments."""
