"""A hand with drafting: citations, drafts to start from, numbering."""
