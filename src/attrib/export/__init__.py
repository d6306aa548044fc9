"""Interchange: values to JSON, tables, diagrams and markup, and back."""
