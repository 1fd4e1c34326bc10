"""How a sentence is read, one small question a module: script, numbers, times, figures, categories, intent.

Every module takes a `Line` or a plain string that `script` has folded, and gives back values with the words they
came from. Nothing here knows about storage, Telegram or the clock.
"""
