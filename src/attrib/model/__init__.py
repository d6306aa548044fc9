"""Values only: what attributions, chains and reports are. Nothing here reads text."""
