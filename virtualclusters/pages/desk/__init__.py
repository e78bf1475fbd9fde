"""The desk: what verifiers, officers and facilitators work through. Everything on it is reached from `views.start`."""
