"""The providers of chat models: which package, which key, which address, and what each calls its settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import ModelKeyMissing, ModelNotInstalled, SettingsError
from assistant.settings import Settings


@dataclass(frozen=True)
class Provider:
    """One provider, under the name that ``init_chat_model`` knows.

    ``extra`` is ours in pyproject.toml, ``module`` what it installs. ``address`` is always handed over, so that no
    variable of the provider's own can lead a question elsewhere than we say; None where it must be set, or where the
    package takes none. ``url_field`` and ``key_field`` are its names for address and key, ``key_variables`` where it
    looks for the key.
    """

    name: str
    label: str
    extra: str
    module: str
    address: str | None
    url_field: str | None
    key_field: str | None = "api_key"
    key_variables: tuple[str, ...] = ()


_PROVIDERS = {
    provider.name: provider
    for provider in (
        Provider(
            *("openai", "OpenAI", "openai", "langchain_openai", "https://api.openai.com/v1", "base_url"),
            key_variables=("OPENAI_API_KEY",),
        ),
        Provider(
            *("azure_openai", "Azure", "azure", "langchain_openai", None, "azure_endpoint"),
            key_variables=("AZURE_OPENAI_API_KEY",),
        ),
        Provider(
            *("anthropic", "Anthropic", "anthropic", "langchain_anthropic", "https://api.anthropic.com", "base_url"),
            key_variables=("ANTHROPIC_API_KEY",),
        ),
        Provider(
            *("mistralai", "Mistral", "mistral", "langchain_mistralai", "https://api.mistral.ai/v1", "base_url"),
            key_variables=("MISTRAL_API_KEY",),
        ),
        Provider(
            *("google_genai", "Google", "google", "langchain_google_genai", None, None),
            key_variables=("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        ),
        Provider(
            *("ollama", "Ollama", "ollama", "langchain_ollama", "http://127.0.0.1:11434", "base_url"), key_field=None
        ),
    )
}
# People write the company's name; LangChain has its own.
_ALSO_CALLED = {"mistral": "mistralai", "google": "google_genai", "azure": "azure_openai"}


def find_provider(settings: Settings) -> tuple[Provider, str]:
    """The provider and the model's name of a configured model, known to be usable.

    Raises SettingsError for a provider we do not know or an address it cannot take, ModelNotInstalled and
    ModelKeyMissing.
    """
    given, _, name = (settings.model or "").partition(":")
    provider = _PROVIDERS.get(_ALSO_CALLED.get(given, given))
    if provider is None:
        known = ", ".join(sorted(_PROVIDERS))
        raise SettingsError(f"REDRESS_MODEL={settings.model!r}: there is no provider {given!r}. Known are {known}.")
    if find_spec(provider.module) is None:
        raise ModelNotInstalled(
            f"REDRESS_MODEL={settings.model!r} needs a package that is not installed: "
            f"run `pip install '.[{provider.extra}]'` in the environment of Redress."
        )
    if settings.model_url and provider.url_field is None:
        raise SettingsError(f"REDRESS_MODEL_URL={settings.model_url!r}: {provider.label} takes no other address.")
    if provider.url_field and not (settings.model_url or provider.address):
        raise SettingsError(f"REDRESS_MODEL={settings.model!r} needs REDRESS_MODEL_URL, the address of your service.")
    if _needs_key(provider, settings) and not _key(provider, settings):
        raise ModelKeyMissing(
            f"REDRESS_MODEL={settings.model!r} needs a key: set {' or '.join(provider.key_variables)}."
        )
    return provider, name


def model_arguments(provider: Provider, settings: Settings) -> dict[str, Any]:
    """What ``init_chat_model`` is given beside the names: address, key, seconds, and no tries of its own.

    The package's own tries are switched off, because they would not know how much time is left.
    """
    arguments: dict[str, Any] = {"temperature": 0.0}
    if provider.url_field:
        arguments[provider.url_field] = settings.model_url or provider.address
    if provider.name == "ollama":
        headers = {"Authorization": f"Bearer {settings.model_key}"} if settings.model_key else {}
        return arguments | {"client_kwargs": {"timeout": settings.model_timeout, "headers": headers}}
    arguments |= {"timeout": settings.model_timeout, "max_retries": 0}
    key = _key(provider, settings)
    if provider.key_field:
        # Many servers of one's own want no key; the package wants one all the same.
        arguments[provider.key_field] = key or "none"
    return arguments


def describe_destination(settings: Settings) -> str | None:
    """Where a question goes, as the end of a sentence ("to OpenAI, api.openai.com"); None without a model."""
    if settings.model is None:
        return None
    given = settings.model.partition(":")[0]
    provider = _PROVIDERS.get(_ALSO_CALLED.get(given, given))
    address = settings.model_url or (provider.address if provider else None)
    host = urlsplit(address).hostname if address else None
    label = provider.label if provider else given
    if host is None:
        return f"to {label}"
    if _is_this_machine(host):
        return f"to a model on this computer ({settings.model})"
    own = settings.model_url is not None
    return f"to {host} ({settings.model})" if own else f"to {label}, {host} ({settings.model})"


def _needs_key(provider: Provider, settings: Settings) -> bool:
    """An address of one's own may want none; the providers' own services and Azure all do."""
    if provider.key_field is None:
        return False
    return settings.model_url is None or provider.name == "azure_openai"


def _key(provider: Provider, settings: Settings) -> str | None:
    """The key for the address in use: a provider's own key never goes to another address."""
    if settings.model_key:
        return settings.model_key
    if settings.model_url is not None and provider.address is not None:
        return None
    return next((os.environ[name] for name in provider.key_variables if os.environ.get(name)), None)


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
