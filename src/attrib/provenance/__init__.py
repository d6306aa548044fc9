"""Reports stitched together: what shares an origin and what is independent."""
