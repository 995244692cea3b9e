"""The look of our Word documents: A4, system fonts, headings that can be navigated, three voices that look different.

Measured on nothing but paper: everything stays told apart in greyscale, and by words beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from assistant.taking.word.elements import element

# On every office computer; where they are not (LibreOffice), fonts of the same widths stand in.
_SANS, _SERIF = "Arial", "Times New Roman"
_INK, _SOFT, _ACCENT = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x4A, 0x4A, 0x4A), RGBColor(0x0B, 0x3D, 0x5C)
_RULE = "8A9BA5"
MARGIN = Cm(2)
TEXT_WIDTH = Cm(17)  # A4 less two margins

OMBUDSMAN_WORDS, DIGEST_WORDS = "Ombudsman Words", "Digest Words"
HEADLINE, STATUS, NOTE, ASKED, TO_PASTE, CELL, FOOTNOTE = (
    *("Answer Headline", "Answer Status", "Small Note", "Question Asked", "To Paste", "Table Cell"),
    "footnote text",
)
FOOTNOTE_MARK, LINK = "footnote reference", "Hyperlink"


@dataclass(frozen=True)
class _Look:
    """A paragraph style: points, weight, colour, and the space before and after in points."""

    name: str
    size: float
    bold: bool = False
    colour: RGBColor = _INK
    before: float = 0
    after: float = 6
    keeps_with_next: bool = False
    has_rule: bool = False


_LOOKS = (
    _Look("Normal", 11),
    _Look("Title", 20, bold=True, colour=_ACCENT, after=4),
    _Look("Subtitle", 10, colour=_SOFT, after=14),
    _Look("Heading 1", 15, bold=True, colour=_ACCENT, before=18, after=6, keeps_with_next=True),
    _Look("Heading 2", 12.5, bold=True, colour=_ACCENT, before=12, after=4, keeps_with_next=True),
    _Look("Heading 3", 11, bold=True, colour=_ACCENT, before=10, after=3, keeps_with_next=True),
    _Look("List Bullet", 11, after=4),
    _Look("Caption", 10, bold=True, before=8, after=3, keeps_with_next=True),
    _Look(HEADLINE, 12.5, bold=True, after=8),
    _Look(STATUS, 10, colour=_SOFT, after=3, keeps_with_next=True),
    _Look(NOTE, 9.5, colour=_SOFT, after=2),
    _Look(ASKED, 11.5, after=6, has_rule=True),
    _Look(TO_PASTE, 11, after=6, has_rule=True),
    _Look(CELL, 9, after=0),
    _Look(FOOTNOTE, 9, after=2),
    _Look("Header", 8.5, colour=_SOFT, after=0),
    _Look("Footer", 8.5, colour=_SOFT, after=0),
)


def set_styles(document: Document) -> None:
    """Set page, language and every style of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(1)
    _set_language(document)
    for look in _LOOKS:
        _set_look(document, look)
    # Their own words: another letter form and not a colour alone, so that print and greyscale keep it.
    _set_voice(document, OMBUDSMAN_WORDS, font=_SERIF, italic=True)
    _set_voice(document, DIGEST_WORDS, font=_SANS, colour=_SOFT)
    mark = _character(document, FOOTNOTE_MARK)
    mark.font.superscript = True
    link = _character(document, LINK)
    link.font.underline = True
    link.font.color.rgb = RGBColor(0x0B, 0x4F, 0x9E)


def _set_language(document: Document) -> None:
    defaults = document.styles.element.find(".//" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), "en-GB")
    settings = document.settings.element.find(qn("w:themeFontLang"))
    settings.set(qn("w:val"), "en-GB")


def _set_look(document: Document, look: _Look) -> None:
    styles = document.styles
    if look.name not in styles:
        builtin = look.name == FOOTNOTE
        made = styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
        made.base_style = styles["Normal"]
        made.quick_style = True
    style = styles[look.name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{look.name} is no style of paragraphs")
    _set_font(style, _SANS)
    for own in ("w:spacing", "w:kern"):  # the template spaces the letters of titles
        for old in style.element.rPr.findall(qn(own)):
            style.element.rPr.remove(old)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, look.colour
    style.font.italic = False
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), 1.15
    form.keep_with_next = look.keeps_with_next
    form.widow_control = True
    form.tab_stops.clear_all()
    _set_rule(style, has_rule=look.has_rule)


def _set_rule(style: ParagraphStyle, *, has_rule: bool) -> None:
    """A rule at the left of what is quoted or to be pasted; none anywhere else, the template's title included."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if has_rule:
        style.paragraph_format.left_indent = Cm(0.4)
        rule = element("w:pBdr", element("w:left", val="single", sz="18", space="8", color=_RULE))
        properties.insert_element_before(
            rule, *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
        )


def _set_voice(document: Document, name: str, *, font: str, italic: bool = False, colour: RGBColor = _INK) -> None:
    style = _character(document, name, builtin=False)
    _set_font(style, font)
    style.font.italic = italic
    style.font.color.rgb = colour


def _character(document: Document, name: str, *, builtin: bool = True) -> CharacterStyle:
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=builtin)
    style = document.styles[name]
    if not isinstance(style, CharacterStyle):
        raise TypeError(f"{name} is no style of characters")
    return style


def _set_font(style: CharacterStyle, name: str) -> None:
    """One font for every script; the template's fonts of the theme would otherwise win."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    style.font.name = name
    fonts = properties.find(qn("w:rFonts"))
    fonts.set(qn("w:cs"), name)
    fonts.set(qn("w:eastAsia"), name)
