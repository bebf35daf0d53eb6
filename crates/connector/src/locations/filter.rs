use back_office::{Error, Result};
use chrono::{DateTime, Utc};
use values::Code;
use values::field::{Kind, Value};
use values::filter::{Filter, Words, parse_expression};

/// The name of the field in the API, for refusals.
const FIELD: &str = "locationFilter";
/// As long as a filter may be.
const MOST: usize = 250;

/// The locations of the back office that a location of a store stands for.
#[derive(Clone, Debug)]
pub(crate) struct Filtered(Filter);

impl Filtered {
    /// Those that a filter lets through; a blank one lets all of them through, and the blank location.
    ///
    /// # Errors
    /// At which place what was expected of the filter.
    pub(crate) fn by(expression: &str) -> Result<Self> {
        if expression.chars().count() > MOST {
            let problem = format!("it is longer than {MOST} characters: use wildcards, as EAST*");
            return Err(Error::Field { field: FIELD, problem });
        }
        let words =
            Words { now: DateTime::<Utc>::UNIX_EPOCH, zone: chrono_tz::UTC, work_date: None, user: String::new() };
        let filter = parse_expression("code", Kind::Code, expression, &words);
        filter.map(Self).map_err(|error| Error::Field { field: FIELD, problem: error.to_string() })
    }

    /// Whether a location is one of them.
    pub(crate) fn has(&self, location: &Code<10>) -> bool {
        self.0.matches(&|_| Value::Text(location.as_str().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_let_through_by_its_code() {
        let has = |expression: &str, code: &str| Filtered::by(expression).unwrap().has(&Code::cut(code));
        assert!(has("EAST|WEST", "west") && !has("EAST|WEST", "NORTH") && !has("EAST|WEST", ""));
        assert!(has("E*", "EAST") && !has("E*", "WEST"));
        assert!(has("", "EAST") && has("", ""), "a blank filter is no filter");
        assert!(Filtered::by("EAST|").unwrap_err().to_string().contains("character"));
    }
}
