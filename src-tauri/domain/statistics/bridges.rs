//! What several sums tell together.
//!
//! Take rows and columns as points and every hidden count as a line between its row and its column. A hidden count can
//! be worked out from the sums exactly where its line is the only way from one side to the other: a bridge. Anything
//! on a ring of lines can be a little more or a little less.

/// A hidden place that follows from the others, where there is one.
pub(super) fn bridge(
    hidden: &[(usize, usize)],
    height: usize,
    width: usize,
) -> Option<(usize, usize)> {
    hidden.iter().enumerate().find_map(|(left_out, place)| {
        let mut points = Points::new(height + width);
        for (number, (row, column)) in hidden.iter().enumerate() {
            if number != left_out {
                points.join(*row, height + column);
            }
        }
        (points.root(place.0) != points.root(height + place.1)).then_some(*place)
    })
}

/// Which points hang together.
struct Points(Vec<usize>);

impl Points {
    fn new(number: usize) -> Self {
        Self((0..number).collect())
    }

    fn root(&self, mut point: usize) -> usize {
        while let Some(up) = self.0.get(point).copied().filter(|up| *up != point) {
            point = up;
        }
        point
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(up) = self.0.get_mut(one) {
            *up = other;
        }
    }
}
