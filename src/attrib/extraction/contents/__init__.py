"""What is reported: where a content begins and where it ends."""
