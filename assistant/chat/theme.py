"""How the page looks: Gradio's own parts by its theme, ours by ``styles/``; system fonts, light and dark."""

from __future__ import annotations

from pathlib import Path

import gradio as gr

_FONT = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Ubuntu", "Cantarell", "Noto Sans", "sans-serif"]
_FONT_MONO = ["ui-monospace", "Consolas", "monospace"]
_HERE = Path(__file__).parent

# A mark of our own in the browser's tab, as data: nothing is fetched for it.
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' "
    "rx='6' fill='%23215a6d'/%3E%3Cpath d='M10 23V9h7a4.5 4.5 0 0 1 0 9h-7m6 0 6 5' fill='none' stroke='%23fff' "
    "stroke-width='2.6'/%3E%3C/svg%3E"
)


def make_theme() -> gr.Theme:
    """Gradio's base theme in our colours. Fonts are named, never fetched."""
    theme = gr.themes.Base(font=_FONT, font_mono=_FONT_MONO)
    return theme.set(
        body_background_fill="#faf9f6",
        body_background_fill_dark="#14191d",
        body_text_color="#1c2326",
        body_text_color_dark="#e8eaea",
        body_text_size="16px",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1c2328",
        block_border_width="0px",
        block_label_text_color="#1c2326",
        block_label_text_color_dark="#e8eaea",
        block_title_text_color="#1c2326",
        block_title_text_color_dark="#e8eaea",
        block_title_text_weight="600",
        input_background_fill="#ffffff",
        input_background_fill_dark="#14191d",
        input_border_color="#767f83",
        input_border_color_dark="#87949a",
        input_border_width="1px",
        input_border_color_focus="#215a6d",
        input_border_color_focus_dark="#8ccbe0",
        input_placeholder_color="#5d676b",
        input_placeholder_color_dark="#a3adb2",
        input_text_size="16px",
        button_primary_background_fill="#215a6d",
        button_primary_background_fill_dark="#8ccbe0",
        button_primary_background_fill_hover="#184654",
        button_primary_background_fill_hover_dark="#aee0f0",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#0e1b20",
        button_primary_border_color="#215a6d",
        button_primary_border_color_dark="#8ccbe0",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#1c2328",
        button_secondary_background_fill_hover="#eef3f4",
        button_secondary_background_fill_hover_dark="#26313a",
        button_secondary_text_color="#184654",
        button_secondary_text_color_dark="#aee0f0",
        button_secondary_border_color="#767f83",
        button_secondary_border_color_dark="#87949a",
        button_border_width="1px",
    )


def read_head() -> str:
    """What goes into the page's head: the icon, our style sheets and our scripts, each kind in the order of its names.

    The style sheets are not given to Gradio as ``css``: it writes its own prefix before each selector, and breaks
    those that hold a comma within brackets.
    """
    style = "".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / "styles").glob("*.css")))
    scripts = [path.read_text(encoding="utf-8") for path in sorted((_HERE / "scripts").glob("*.js"))]
    # An element for each: what is wrong with one leaves the others at work.
    elements = "".join(f"<script>{script}</script>" for script in scripts)
    return f'<link rel="icon" href="{_ICON}"><style>{style}</style>{elements}'
