"""The language server: what the other packages can do, while a drafter types.

Everything slow runs in one worker thread; the event loop only speaks the protocol and asks values.
"""
