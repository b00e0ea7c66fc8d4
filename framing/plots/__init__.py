"""Figures: each takes tables or a comparison and returns a plotly Figure."""
