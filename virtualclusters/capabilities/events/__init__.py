"""What happened, as ids, codes and dimensions, never personal text; reactions and feeds carry it to others."""
