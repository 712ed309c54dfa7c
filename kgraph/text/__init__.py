"""Sentences, layout and phrases: what reading, extraction and mapping all need."""
