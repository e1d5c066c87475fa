"""From scores to awards: weighing, moderating, ranking, sharing out the work and the pot."""
