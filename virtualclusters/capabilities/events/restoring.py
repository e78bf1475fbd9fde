"""Events that were dumped from one server and loaded into another.

A new server counts its transactions from the beginning, so loaded events may carry numbers that it has not reached yet:
no feed would read them, and feeds that had read them would pass over all that is new. ``virtualclusters migrate`` runs
this after the migrations, as owner. It changes nothing on a server that wrote its events itself.
"""

# 3 is the first number a transaction can have: older than all that run, and in the order of ids.
AFTER_A_RESTORE = """
    UPDATE events_feedcursor SET tx = '0', event_id = 0 WHERE tx >= pg_snapshot_xmax(pg_current_snapshot());
    UPDATE events_event SET tx = '3' WHERE tx >= pg_snapshot_xmax(pg_current_snapshot());
"""
