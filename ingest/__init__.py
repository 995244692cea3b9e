"""From saved pages and digests to the casebook."""
