"""Check the facts of an article against its references, and flag drift."""
