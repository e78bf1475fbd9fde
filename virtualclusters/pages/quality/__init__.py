"""How well matching works, for everybody; and the full lists with a match by hand, for those who look after a cluster."""
