"""What the program knows of Indonesian and of the administration, one frozen type for each file."""
