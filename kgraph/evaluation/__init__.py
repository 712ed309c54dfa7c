"""Records against hand-made ones: which facts were found, missed and made up."""
