//! Plain text, in whatever encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::MOST_TEXT;

/// The text of bytes that are text: by its mark, or else by its letters.
pub(super) fn text(bytes: &[u8]) -> String {
    // No encoding makes more than three bytes of one.
    let bytes = bytes.get(..MOST_TEXT * 2).unwrap_or(bytes);
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Allow)
    });
    encoding.decode(bytes).0.into_owned()
}
