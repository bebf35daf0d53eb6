use std::collections::BTreeMap;

use chrono::NaiveDate;
use values::Code;
use values::money::Percent;

/// The rates, with their source and their days.
const FILE: &str = include_str!("eu_standard_rates.csv");

/// The standard VAT rate of every member state of the European Union on a day, by its ISO code.
pub fn standard_rates(on: NaiveDate) -> BTreeMap<Code<2>, Percent> {
    let rates = FILE.lines().filter_map(rate).filter(|(_, _, since)| since.is_none_or(|since| since <= on));
    // Later lines are later rates.
    rates.map(|(country, percent, _)| (country, percent)).collect()
}

/// Whether a country, by its ISO code, is a member state of the European Union.
pub fn is_member_state(country: &str) -> bool {
    FILE.lines().filter_map(rate).any(|(state, ..)| state.as_str() == country)
}

/// A line of the file; nothing for its remarks and its head.
fn rate(line: &str) -> Option<(Code<2>, Percent, Option<NaiveDate>)> {
    let mut fields = line.split(',');
    let (country, percent, since) = (fields.next()?, fields.next()?, fields.next()?);
    Some((Code::new(country).ok()?, percent.parse().ok()?, since.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str, country: &str) -> Percent {
        standard_rates(day.parse().unwrap())[&Code::cut(country)]
    }

    #[test]
    fn every_member_state_has_a_rate() {
        assert_eq!(standard_rates("2026-01-01".parse().unwrap()).len(), 27);
    }

    #[test]
    fn a_country_outside_of_the_union_is_no_member_state() {
        assert_eq!(["DE", "GR", "NO", "EL", ""].map(is_member_state), [true, true, false, false, false]);
    }

    #[test]
    fn a_rate_holds_from_its_day_on() {
        assert_eq!(on("2025-06-30", "EE"), Percent::from(22));
        assert_eq!(on("2025-07-01", "EE"), Percent::from(24));
        assert_eq!(on("2026-01-01", "FI"), "25.5".parse().unwrap());
    }

    #[test]
    fn each_line_of_the_file_is_read() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#')).skip(1);
        assert_eq!(lines.clone().filter_map(rate).count(), lines.count());
    }
}
