"""How something was said: when, where, how surely, and how its source knows."""
