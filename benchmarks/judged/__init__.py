"""What the judged sets have in common: reading their files, turning records into views, and the measures."""
