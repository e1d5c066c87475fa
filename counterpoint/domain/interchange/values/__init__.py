"""Single values as people write them in tables: dates, money, answers, numbers of registers."""
