"""What can be done: one function = one use case = one transaction. Handlers hand the transaction on, never use it."""

from storage.database import Transaction

__all__ = ["Transaction"]
