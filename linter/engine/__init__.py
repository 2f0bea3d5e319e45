"""Run the rules: one document or many, under settings, with suppression."""
