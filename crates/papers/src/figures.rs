//! Numbers and dates in the form of a language.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::Language;

/// A space that a line is not broken at, and that is narrow.
const NARROW: char = '\u{202f}';
/// A space that a line is not broken at.
const FIXED: char = '\u{a0}';
/// A minus that is as wide as a plus.
const MINUS: char = '\u{2212}';

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Language {
    /// A number with at least so many decimals, and with all that it has.
    pub(crate) fn number(self, value: Decimal, least: u32) -> String {
        let (group, point) = match self {
            Self::English => (',', '.'),
            Self::Norwegian => (NARROW, ','),
        };
        let mut value = value.normalize();
        if value.scale() < least {
            value.rescale(least);
        }
        let text = value.abs().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let mut out = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            out.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(point);
            out.push_str(decimals);
        }
        out
    }

    /// A percentage.
    pub(crate) fn percent(self, value: Decimal) -> String {
        let number = self.number(value, 0);
        match self {
            Self::English => format!("{number}%"),
            Self::Norwegian => format!("{number}{FIXED}%"),
        }
    }

    /// A day. The month is written out in English, where its number could be taken for the day.
    pub(crate) fn date(self, day: NaiveDate) -> String {
        match self {
            Self::English => {
                let month = day.month0().try_into().ok().and_then(|month: usize| MONTHS.get(month)).unwrap_or(&"");
                format!("{}{FIXED}{month} {}", day.day(), day.year())
            }
            Self::Norwegian => day.format("%d.%m.%Y").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        for (value, least, english, norwegian) in [
            ("0", 2, "0.00", "0,00"),
            ("1234.5", 2, "1,234.50", "1\u{202f}234,50"),
            ("-1234567.891", 2, "−1,234,567.891", "−1\u{202f}234\u{202f}567,891"),
            ("999", 0, "999", "999"),
            ("-0.00", 2, "0.00", "0,00"),
            ("100000", 0, "100,000", "100\u{202f}000"),
        ] {
            assert_eq!(Language::English.number(decimal(value), least), english);
            assert_eq!(Language::Norwegian.number(decimal(value), least), norwegian);
        }
    }

    #[test]
    fn no_decimal_is_lost() {
        assert_eq!(Language::English.number(decimal("0.12345"), 2), "0.12345");
    }

    #[test]
    fn percentages_and_days_too() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 6).unwrap();
        assert_eq!(Language::English.percent(decimal("12.5")), "12.5%");
        assert_eq!(Language::Norwegian.percent(decimal("25")), "25\u{a0}%");
        assert_eq!(Language::English.date(day), "6\u{a0}November 2026");
        assert_eq!(Language::Norwegian.date(day), "06.11.2026");
    }
}
