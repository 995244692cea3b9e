"""The door of Redress: a question goes in, a checked answer comes out.

``open_assistant(settings)`` builds everything once; ``ask``, ``stream`` and ``chain`` answer. This is the only place
that knows the order of the stages. They are plain functions; here they become one LangChain Runnable, whose named
steps give progress, callbacks and tracing.
"""

from assistant.answering.assistant import WORDING_VERSION, Assistant
from assistant.answering.opening import answer_with_error, open_assistant
from assistant.answering.work import AskInput, Step

__all__ = ["WORDING_VERSION", "AskInput", "Assistant", "Step", "answer_with_error", "open_assistant"]
