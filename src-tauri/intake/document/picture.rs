//! What a page of a document looks like, as a PNG drawn here: what shows it gets nothing but pixels.

use std::io::Cursor;

use domain::document::MediaType;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// How wide a picture is at most, in pixels: paper at 150 to the inch.
const WIDEST: u32 = 1240;
/// How high.
const HIGHEST: u32 = 3508;
/// The most pixels that an image has on a side.
const MOST_PIXELS: u32 = 20_000;
/// The most memory that decoding one takes, in bytes.
const MOST_MEMORY: u64 = 256 << 20;

/// A page as it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many pages its document has.
    pub pages: u32,
    /// The page, as a PNG.
    pub png: Vec<u8>,
}

/// Draws a page of a document; the first is number one. `None` where there is no such page, nothing of this kind is
/// drawn, or the file is damaged or locked.
pub fn picture_of(media: MediaType, bytes: &[u8], page: u32) -> Option<Picture> {
    match media {
        MediaType::Pdf => pdf(bytes, page),
        MediaType::Png => image(ImageFormat::Png, bytes, page),
        MediaType::Jpeg => image(ImageFormat::Jpeg, bytes, page),
        MediaType::Text | MediaType::Docx | MediaType::Odt | MediaType::Rtf => None,
    }
}

fn pdf(bytes: &[u8], page: u32) -> Option<Picture> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let pages = pdf.pages();
    let number = usize::try_from(page.checked_sub(1)?).ok()?;
    let page = pages.get(number)?;
    let (width, height) = page.render_dimensions();
    let scale = fitting(width, WIDEST)?.min(fitting(height, HIGHEST)?);
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings {
            x_scale: scale,
            y_scale: scale,
            width: None,
            height: None,
            bg_color: WHITE,
        },
    );
    Some(Picture {
        pages: u32::try_from(pages.len()).ok()?,
        png: drawn.into_png().ok()?,
    })
}

/// By how much a side is drawn larger to be so many pixels. `None` for one that is no length.
fn fitting(side: f32, pixels: u32) -> Option<f32> {
    let pixels = f32::from(u16::try_from(pixels).ok()?);
    (side.is_finite() && side >= 1.0).then(|| pixels / side)
}

fn image(format: ImageFormat, bytes: &[u8], page: u32) -> Option<Picture> {
    if page != 1 {
        return None;
    }
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turned = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(turned);
    if image.width() > WIDEST || image.height() > HIGHEST {
        image = image.resize(WIDEST, HIGHEST, FilterType::Triangle);
    }
    // Drawn anew from its pixels: nothing of the file itself goes on, and none of what a camera wrote into it.
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(image.into_rgba8())
        .write_to(&mut png, ImageFormat::Png)
        .ok()?;
    Some(Picture {
        pages: 1,
        png: png.into_inner(),
    })
}
