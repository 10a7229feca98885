//! Numbers as people read them.

/// A number with its thousands apart: "1,840".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun: "1 page", "2,000 pages".
pub fn many(number: u64, one: &str, more: &str) -> String {
    format!(
        "{} {}",
        thousands(number),
        if number == 1 { one } else { more }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(1840), "1,840");
        assert_eq!(thousands(12_345_678), "12,345,678");
    }

    #[test]
    fn one_is_told_from_many() {
        assert_eq!(many(0, "page", "pages"), "0 pages");
        assert_eq!(many(1, "page", "pages"), "1 page");
        assert_eq!(many(2000, "page", "pages"), "2,000 pages");
    }
}
