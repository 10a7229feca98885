//! Telling from pictures of the screen that a page is painted.

/// The screen's width in pixels.
pub(crate) const WIDTH: usize = 1280;
/// The screen's height in pixels.
pub(crate) const HEIGHT: usize = 800;

/// One picture of the screen: rows of red, green and blue bytes.
#[derive(Debug)]
pub(crate) struct Picture(Vec<u8>);

impl Picture {
    /// Takes bytes for a picture, if they have its size.
    pub(crate) fn read(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() == WIDTH * HEIGHT * 3).then_some(Self(bytes))
    }

    /// Whether there is something on the page. Only the middle counts, since an empty window already has
    /// a title bar, and only what is neither of the two largest areas: the page's ground, and the
    /// screen's around a small window.
    pub(crate) fn is_painted(&self) -> bool {
        let middle: Vec<&[u8]> = self
            .0
            .chunks_exact(WIDTH * 3)
            .skip(HEIGHT / 8)
            .take(HEIGHT * 3 / 4)
            .flat_map(|row| row.chunks_exact(3).skip(WIDTH / 10).take(WIDTH * 4 / 5))
            .collect();
        let mut colours = middle.clone();
        colours.sort_unstable();
        let mut areas: Vec<usize> = colours
            .chunk_by(|a, b| a == b)
            .map(<[&[u8]]>::len)
            .collect();
        areas.sort_unstable();
        let ground: usize = areas.iter().rev().take(2).sum();
        (middle.len() - ground) * FEW > middle.len()
    }

    /// Whether nothing but a caret or the like has changed.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let changed = self
            .0
            .chunks_exact(3)
            .zip(other.0.chunks_exact(3))
            .filter(|(a, b)| a != b)
            .count();
        changed * CARETS < WIDTH * HEIGHT
    }
}

/// On a painted page more than one pixel of so many is not ground: one field and one button are enough,
/// a line saying "Loading" is not.
const FEW: usize = 400;

/// A blinking caret changes fewer than one pixel of so many.
const CARETS: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_window_is_not_painted() {
        let with_title_bar = drawn(&[(0, 0, WIDTH, 28, 64)]);
        let small = drawn(&[(0, 0, WIDTH, HEIGHT, 0), (200, 120, 800, 560, 255)]);
        assert!(!with_title_bar.is_painted());
        assert!(!small.is_painted());
    }

    #[test]
    fn a_form_in_the_middle_is_painted() {
        let form = drawn(&[(500, 300, 280, 120, 240), (500, 380, 120, 36, 80)]);
        assert!(form.is_painted());
    }

    #[test]
    fn a_blinking_caret_is_no_change_and_a_dialog_is() {
        let blank = drawn(&[]);
        assert!(blank.is_like(&drawn(&[(600, 400, 2, 22, 0)])));
        assert!(!blank.is_like(&drawn(&[(400, 300, 400, 200, 0)])));
    }

    #[test]
    fn a_picture_of_another_size_is_refused() {
        assert!(Picture::read(vec![0; 12]).is_none());
    }

    /// A white screen with rectangles: left, top, width, height and shade.
    fn drawn(rectangles: &[(usize, usize, usize, usize, u8)]) -> Picture {
        let mut bytes = vec![255; WIDTH * HEIGHT * 3];
        for &(left, top, width, height, shade) in rectangles {
            for row in bytes.chunks_exact_mut(WIDTH * 3).skip(top).take(height) {
                for pixel in row.chunks_exact_mut(3).skip(left).take(width) {
                    pixel.fill(shade);
                }
            }
        }
        Picture::read(bytes).unwrap()
    }
}
