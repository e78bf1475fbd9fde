"""What concerns a unit: its matches, others like it, the searches a person keeps."""
