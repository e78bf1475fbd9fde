"""A person's messages: her list, her choices, the end of messages, short links, and the outbox of a trial portal."""
