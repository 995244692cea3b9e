"""Where the words given to a chat model will live: one template a file, its version in its name, its fields declared.

Redress 0.1 asks no model: every answer is composed from templates of its own (``assistant.composing``) and from
computed figures. So there is nothing here to load yet. Whatever comes here imports nothing of ours, and no rule that
keeps an answer honest may rest on it: those are checked in code (``assistant.citations``).
"""
