//! Plain text, in whatever encoding.

use super::MOST_TEXT;

/// The text of bytes that are text: by its mark, or else by its letters.
pub(super) fn text(bytes: &[u8]) -> String {
    // No encoding makes more than three bytes of one.
    let bytes = bytes.get(..MOST_TEXT * 2).unwrap_or(bytes);
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => {
            let mut detector =
                chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector
                .guess(None, chardetng::Utf8Detection::Allow)
                .decode(bytes)
                .0
                .into_owned()
        }
    }
}
