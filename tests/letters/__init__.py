"""Letters with planted errors and true statements, and how a check of them is counted."""
