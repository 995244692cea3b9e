"""What Redress costs, next to what a user would otherwise run: ``make bench``."""
