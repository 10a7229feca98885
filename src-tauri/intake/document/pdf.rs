//! PDF: glyphs at places, put back together into words and lines.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::MOST_TEXT;

/// The most pages that are read.
const MOST_PAGES: usize = 500;
/// The unit of a glyph's own space: a thousandth of the size of its letters.
const EM: f64 = 1000.0;
/// From which part of that size on a gap is a space.
const SPACE: f64 = 0.15;
/// From which part of it on a glyph that is higher or lower stands in another line.
const LINE: f64 = 0.5;

/// The words of a PDF; `None` where it is damaged or locked by a passphrase.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let cache = InterpreterCache::new();
    let mut words = Words::default();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        if words.text.len() >= MOST_TEXT {
            break;
        }
        let mut context = Context::new(
            Affine::IDENTITY,
            Rect::new(0.0, 0.0, 1.0, 1.0),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(page, &mut context, &mut words);
        words.end_line();
    }
    Some(words.text)
}

#[derive(Default)]
struct Words {
    text: String,
    /// Where the glyph before ended.
    end: Option<Point>,
}

impl Words {
    fn end_line(&mut self) {
        self.end = None;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Ends a word or a line where the next glyph stands apart.
    fn part(&mut self, at: Point, size: f64) {
        let Some(end) = self.end else { return };
        if (at.y - end.y).abs() > LINE * size {
            self.end_line();
        } else if (at.x - end.x).abs() > SPACE * size && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }
}

impl Device<'_> for Words {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        if self.text.len() >= MOST_TEXT {
            return;
        }
        let place = transform * glyph_transform;
        let at = place * Point::ZERO;
        let size = (place * Point::new(EM, 0.0) - at).hypot();
        self.part(at, size);
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => {}
        }
        let width = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(EM / 2.0, f64::from),
            Glyph::Type3(_) => EM / 2.0,
        };
        self.end = Some(place * Point::new(width, 0.0));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
