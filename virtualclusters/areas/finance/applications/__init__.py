"""An application from the owner’s first tap to the last rupee, or to a no that says how to mend it."""
