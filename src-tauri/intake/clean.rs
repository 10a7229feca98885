//! One cell's text, freed of what other systems and spreadsheets put around it.

use std::borrow::Cow;

/// What a spreadsheet puts before text that it would otherwise run.
const GUARD: char = '\'';

/// Takes the apostrophe off that a system has set before a formula sign, as Odoo and Indeed do before `+44…`. Any other
/// apostrophe is the text's own.
pub(crate) fn unguard(raw: &str) -> &str {
    let text = raw.trim();
    match text.strip_prefix(GUARD) {
        Some(rest)
            if rest
                .trim_start()
                .starts_with(|c: char| is_sign(c) || c.is_ascii_digit()) =>
        {
            rest.trim_start()
        }
        _ => text,
    }
}

const fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Whether a spreadsheet would run the cell. A telephone number, a number, a dash and a handle are no formulas.
pub(crate) fn is_formula(raw: &str) -> bool {
    // Nearly every cell is done with after its first byte.
    if raw
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let text = unguard(past_tags(raw));
    let mut signs = text.chars();
    let Some(sign) = signs.next().filter(|c| is_sign(*c)) else {
        return false;
    };
    let rest = signs.as_str();
    let follows = rest.chars().next();
    match sign {
        '=' | '＝' => follows.is_some_and(|c| !c.is_whitespace() && c != '='),
        '@' | '＠' => rest.contains(['(', '!', '|', '+', '*']),
        _ => {
            follows.is_some_and(|c| c.is_alphanumeric() || c == '(' || is_sign(c))
                && !rest
                    .chars()
                    .all(|c| c.is_ascii_digit() || " ()-./,".contains(c))
        }
    }
}

/// What stands behind the tags a piece of HTML begins with.
fn past_tags(raw: &str) -> &str {
    let mut text = raw.trim_start();
    while let Some((tag, rest)) = text
        .strip_prefix('<')
        .and_then(|inside| inside.split_once('>'))
    {
        if tag.contains('<') {
            break;
        }
        text = rest.trim_start();
    }
    text
}

/// The text without the signs that would make it a formula.
pub(crate) fn defuse(text: &str) -> &str {
    if is_formula(text) {
        unguard(text).trim_start_matches(|c: char| is_sign(c) || c.is_whitespace())
    } else {
        text
    }
}

/// Whether the text holds control characters other than line breaks and tabs.
pub(crate) fn has_controls(text: &str) -> bool {
    // The bytes of longer characters are all above 0x7f: looking at bytes is enough, but for U+0080 to U+009f, which
    // no system writes.
    text.bytes()
        .any(|byte| byte == 0x7f || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')))
}

/// The cell as text: unguarded, without markup and control characters, never a formula.
pub(crate) fn text(raw: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(unguard(raw));
    if text.contains('<') && text.contains('>') {
        text = Cow::Owned(strip_html(&text).into_owned());
    } else if text.contains('&') && text.contains(';') {
        text = Cow::Owned(entities(&text));
    }
    if has_controls(&text) {
        text = Cow::Owned(
            text.chars()
                .filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))
                .collect::<String>(),
        );
    }
    if is_formula(&text) {
        text = Cow::Owned(defuse(&text).to_owned());
    }
    text
}

/// The text of a piece of HTML: tags are gone, block tags leave a line break, entities are characters. What only looks
/// like a tag (`a < b`) stays.
pub(crate) fn strip_html(raw: &str) -> Cow<'_, str> {
    if !raw.contains('<') {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        // A mail address in angle brackets is not markup.
        let cut = after
            .split_once('>')
            .filter(|(tag, _)| is_tag && !tag.contains('@'));
        if let Some((tag, tail)) = cut {
            let name: String = tag
                .trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            if ["p", "br", "li", "div", "ul", "ol", "tr", "h1", "h2", "h3"]
                .iter()
                .any(|block| name.eq_ignore_ascii_case(block))
                && !out.is_empty()
            {
                out.push('\n');
            }
            rest = tail;
        } else {
            out.push('<');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(entities(&out).trim().to_owned())
}

fn entities(raw: &str) -> String {
    // `&amp;` last, or `&amp;lt;` would become a bracket.
    raw.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
