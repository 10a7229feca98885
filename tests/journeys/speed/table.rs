//! What was measured, each line beside its target, said as soon as it is known.

/// Begins it, of so many people.
pub(super) fn begin(people: u32) {
    let title = format!("the window among {people} people");
    println!(
        "\n{title:<36}{:>10}{:>10}{:>12}",
        "p50 ms", "p95 ms", "target"
    );
}

/// A line whose p95 is to be within a target.
pub(super) fn within(what: &str, times: &[f64], target: f64) {
    let (half, most) = (percentile(times, 50), percentile(times, 95));
    let met = verdict(most <= target);
    println!(
        "{what:<36}{half:>10.1}{most:>10.1}{:>12}  {met}",
        format!("≤ {target:.0}")
    );
}

/// A line whose median is to be within so many times that of something else.
pub(super) fn beside(what: &str, times: &[f64], others: &[f64], target: f64) {
    let (ours, other) = (percentile(times, 50), percentile(others, 50));
    let ratio = ours / other;
    let met = verdict(ratio <= target);
    println!(
        "{what:<36}{ours:>10.1}{:>10.1}{:>12}  {met}",
        percentile(times, 95),
        format!("≤ {target:.1} ×")
    );
    note(&format!("{ratio:.2} × a blank window’s {other:.0} ms"));
}

/// What is to be known of the line before.
pub(super) fn note(what: &str) {
    println!("    {what}");
}

fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "MISSED" }
}

/// The value that so many of a hundred are not above.
pub(super) fn percentile(values: &[f64], of_hundred: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * of_hundred).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
