//! What was measured, each line beside its target, said as soon as it is known.

/// Begins it, of so many people.
pub(super) fn begin(people: u32) {
    let title = format!("the window among {people} people");
    println!(
        "\n{title:<36}{:>10}{:>10}{:>12}",
        "p50 ms", "p95 ms", "target"
    );
}

/// What passes from an event, in milliseconds.
pub(super) struct Time {
    /// To the frame that shows what came of it.
    pub(super) shown: f64,
    /// To the frame after which nothing that the page says changes.
    pub(super) settled: f64,
}

/// A line whose p95 of what is shown is to be within a target.
pub(super) fn shown(what: &str, times: &[Time], target: f64) {
    let shown: Vec<f64> = times.iter().map(|time| time.shown).collect();
    let settled: Vec<f64> = times.iter().map(|time| time.settled).collect();
    within(what, &shown, target);
    let (half, most) = (percentile(&settled, 50), percentile(&settled, 95));
    note(&format!(
        "nothing changes any more after {half:.0} ms, p95 {most:.0}"
    ));
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
