"""Pages of notices: the office's and the receiver's."""
