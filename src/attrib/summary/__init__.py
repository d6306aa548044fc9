"""What a person reads: reports and traces summed up in words, from their fields."""
