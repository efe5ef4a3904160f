//! The utility's colour, and what can be read on it.

/// What stands for a colour that isn't written `#rrggbb`.
const NEUTRAL: &str = "#1f4b7a";

/// A background and the colour of the text on it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Accent {
    pub(crate) background: String,
    pub(crate) text: &'static str,
}

/// Old mail clients know no colour but `#rrggbb`; the text on it is black or
/// white, whichever has the greater contrast (WCAG 2.2).
pub(crate) fn accent(colour: &str) -> Accent {
    let (background, channels) = match channels(colour) {
        Some(channels) => (colour.to_owned(), channels),
        None => (NEUTRAL.to_owned(), [0x1f, 0x4b, 0x7a]),
    };
    let [r, g, b] = channels.map(linear);
    let luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    // Equal contrast against black and white: sqrt(1.05 × 0.05) − 0.05.
    let text = if luminance > 0.179 { "#000000" } else { "#ffffff" };
    Accent { background, text }
}

fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = number.to_be_bytes();
    Some([r, g, b])
}

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_on_the_accent_can_be_read() {
        assert_eq!(accent("#005ea5").text, "#ffffff");
        assert_eq!(accent("#ffcc00").text, "#000000");
    }

    #[test]
    fn what_is_no_plain_colour_becomes_a_neutral_one() {
        for colour in ["oklch(60% 0.1 240)", "red;display:none", "#12345", "#+12345"] {
            assert_eq!(accent(colour).background, NEUTRAL, "{colour}");
        }
    }
}
