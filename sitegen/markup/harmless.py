"""HTML that an engine alone has made takes the sanitiser's form without it, where nothing in it is left to judge."""

import re

VALUE = r'[^"<>&]*+(?:&(?:amp|lt|gt|\#x27);[^"<>&]*+)*'

LABEL = r"[a-z0-9]++(?:-[a-z0-9]++)*"
"""Of a host: without the double hyphen of encoded names, which are to be checked."""

TARGET = rf"""(?:
      [^":<>&]*+(?:&(?:amp|\#x27);[^":<>&]*+)*(?=")
    | https?://(?:{LABEL}\.)+[a-z]{{2,}}(?=[/?\#"]){VALUE}
    | (?:mailto|tel):(?!/){VALUE}
)"""
"""A relative target, a web address whose host is a plain name, or a contact: the sanitiser lets each of them stay."""

TAG = rf"""<(?:
      /?+(?:p|li|t[dhr]|strong|em|code|h[1-6]|ul|ol|blockquote|pre|del|table|thead|tbody)
    | /a | [bh]r\ /
    | t[dh]\ align="(?:left|center|right)"
    | a\ href="{TARGET}"(?:\ title="{VALUE}")?
    | code\ class="language-{VALUE}"
    | ol\ start="[0-9]++"
    | img\ src="{TARGET}"\ alt="{VALUE}"(?:\ title="{VALUE}")?\ /
    | input\ type="checkbox"\ (?:checked=""\ )?disabled=""\ /
)>"""

HARMLESS = re.compile(rf"[^<]*+(?:{TAG}[^<]*+)*", re.VERBOSE)
"""Only single characters are repeated possessively: before 3.11.5 Python may take a group that failed for a match."""

CODE_CLASS = re.compile('<code class="[^"]*">')


def pass_harmless(html: str) -> str | None:
    """Return the HTML as the sanitiser would write it, or None where it holds a tag that is not plainly harmless.

    It must be of an engine's own making: each element closed and where it may stand, the signs of HTML in texts and
    values escaped. From such HTML the sanitiser takes what it does not allow, and writes the rest anew. Here each tag
    and attribute is one that it lets stay; only the class of code goes, below, and a box's `disabled`, with the box.
    What remains is how it writes: no slash in a void element, quotes in a text as they are, no-break spaces by name.
    The values that pass hold no quotes and no `>`, so that nothing in them is taken for these.

    For what passes to be harmless, the engine needs to be trusted with the nesting alone: no other tag can match.
    """
    if not HARMLESS.fullmatch(html):
        return None
    html = html.replace(" />", ">").replace("&quot;", '"').replace("\N{NO-BREAK SPACE}", "&nbsp;")
    return CODE_CLASS.sub("<code>", html)
