"""How a claimed value compares with a found one: one rule a class, one family of rules a file."""
