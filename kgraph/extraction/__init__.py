"""A release to a record: what one text says, each fact with its sentences."""
