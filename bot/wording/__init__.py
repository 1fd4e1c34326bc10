"""Message + language → text and buttons. Handlers and delivery both speak through here; nobody else words anything."""
