"""An owner's papers: what is there, what is missing, who may see them until when, and who helps."""
