"""Messages to a chat model's reply: the one home of chat models, through LangChain's ``init_chat_model``.

``open_model(settings)`` builds the configured model, or None. ``ChatModel.write`` gives the text of one reply or
raises a ModelError that says what to do. A provider's package is imported at the first question, never before.
"""

from assistant.llm.calling import ChatModel, Message, Reply, open_model
from assistant.llm.providers import describe_destination

__all__ = ["ChatModel", "Message", "Reply", "describe_destination", "open_model"]
