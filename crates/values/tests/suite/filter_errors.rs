use proptest::prelude::*;
use rstest::rstest;
use values::filter::{parse_expression, parse_odata};

use crate::world::{kind_of, words};

#[rstest]
#[case("name", "a|", 3, "a value", "the filter ends there")]
#[case("name", "|a", 1, "a value", "'|a' stands there")]
#[case("name", "a&&b", 3, "a value", "'&b' stands there")]
#[case("name", "(a|b", 5, "a closing parenthesis", "the filter ends there")]
#[case("name", "a)", 2, "'|', '&' or the end", "')' stands there")]
#[case("name", "Shirt (blue)", 7, "single quotes", "'(blue' stands there")]
#[case("name", "'abc", 5, "a closing single quote", "the filter ends there")]
#[case("name", "<>", 3, "a value", "the filter ends there")]
#[case("name", "..", 3, "a value", "the filter ends there")]
#[case("name", ">=a*", 3, "a value without @, * and ?", "'a*' stands there")]
#[case("name", "a..@b", 4, "a value without @, * and ?", "'@b' stands there")]
#[case("fullyPaid", "perhaps", 1, "Yes or No for fullyPaid", "'perhaps' stands there")]
#[case("count", "5|x", 3, "a whole number for count", "'x' stands there")]
#[case("count", "1*", 1, "a whole number for count", "'1*' stands there")]
#[case("amount", "1,5", 1, "at most five decimals", "'1,5' stands there")]
#[case("amount", "0.000001", 1, "at most five decimals", "'0.000001' stands there")]
#[case("postingDate", "æøå|2026-02-30", 1, "a date", "'æøå' stands there")]
#[case("postingDate", "today|2026-02-30", 7, "a date", "'2026-02-30' stands there")]
#[case("postingDate", "9999D9999Y..", 1, "a date", "'9999D9999Y' stands there")]
#[case("createdAt", "2026-03-02T25:00", 1, "a date and a time", "'2026-03-02T25:00' stands there")]
#[case(
    "status",
    "Pend",
    1,
    "one of the options (Open, Released, Pending Approval, Pending Prepayment) for status",
    "'Pend' stands there"
)]
#[case("status", "9", 1, "one of the options", "'9' stands there")]
#[case("id", "17", 1, "an id", "'17' stands there")]
fn an_expression_that_does_not_parse_says_where_and_what(
    #[case] field: &str,
    #[case] text: &str,
    #[case] position: usize,
    #[case] expected: &str,
    #[case] found: &str,
) {
    let error = parse_expression(field, kind_of(field).unwrap(), text, &words()).unwrap_err();
    assert_eq!(error.position, position, "{error}");
    assert!(error.expected.contains(expected), "{error}");
    assert_eq!(error.found, found);
}

#[rstest]
#[case("amount gt", 10, "a number", "the filter ends there")]
#[case("amount > 5", 8, "one of eq, ne", "'>' stands there")]
#[case("colour eq 'x'", 1, "the name of a field", "'colour' stands there")]
#[case("name eq Shirt", 9, "a text in single quotes for name", "'Shirt' stands there")]
#[case("name eq 'Shirt", 15, "a closing single quote", "the filter ends there")]
#[case("amount eq '5'", 11, "a number", "''5'' stands there")]
#[case("fullyPaid eq maybe", 14, "true or false", "'maybe' stands there")]
#[case("status eq 'Rel'", 11, "one of the options", "''Rel'' stands there")]
#[case("(amount eq 1", 13, "a closing parenthesis", "the filter ends there")]
#[case("amount eq 1 amount eq 2", 13, "'and', 'or' or the end", "'amount' stands there")]
#[case("contains(amount,'x')", 10, "a field that holds a text", "'amount' stands there")]
#[case("count in 5", 10, "a list in parentheses", "'5' stands there")]
#[case("name", 5, "one of eq, ne", "the filter ends there")]
fn an_odata_filter_that_does_not_parse_says_where_and_what(
    #[case] text: &str,
    #[case] position: usize,
    #[case] expected: &str,
    #[case] found: &str,
) {
    let error = parse_odata(text, &kind_of, &words()).unwrap_err();
    assert_eq!(error.position, position, "{error}");
    assert!(error.expected.contains(expected), "{error}");
    assert_eq!(error.found, found);
}

#[test]
fn a_filter_that_would_overrun_the_stack_or_the_database_is_refused() {
    let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
    let error = parse_expression("name", kind_of("name").unwrap(), &deep, &words()).unwrap_err();
    assert!(error.expected.contains("nested"), "{error}");
    let long = vec!["1"; 501].join("|");
    let error = parse_expression("name", kind_of("name").unwrap(), &long, &words()).unwrap_err();
    assert!(error.expected.contains("500 conditions"), "{error}");
    let huge = "a".repeat(5_000);
    assert_eq!(parse_expression("name", kind_of("name").unwrap(), &huge, &words()).unwrap_err().position, 4_001);
    let nots = "not ".repeat(2_000);
    assert!(parse_odata(&nots[..4_000], &kind_of, &words()).unwrap_err().expected.contains("nested"));
}

const FIELDS: [&str; 10] =
    ["name", "number", "fullyPaid", "count", "amount", "postingDate", "startingTime", "createdAt", "status", "id"];

proptest! {
    #[test]
    fn any_text_is_read_or_refused_at_a_place_inside_it(
        field in prop::sample::select(&FIELDS[..]),
        text in "[-a-zæ0-9 .|&()<>=@*?'%:+TCDW]{0,24}",
    ) {
        if let Err(error) = parse_expression(field, kind_of(field).unwrap(), &text, &words()) {
            prop_assert!((1..=text.chars().count() + 1).contains(&error.position));
        }
    }

    #[test]
    fn any_odata_text_is_read_or_refused_at_a_place_inside_it(
        text in "(name|amount|createdAt|fullyPaid| eq | gt | and | or |not |\\(|\\)|'x'|5|null| in |,|contains|é){0,12}",
    ) {
        if let Err(error) = parse_odata(&text, &kind_of, &words()) {
            prop_assert!((1..=text.chars().count() + 1).contains(&error.position));
        }
    }

    #[test]
    fn a_quoted_text_asks_for_exactly_itself(text in "[ -~æøåé]{1,20}") {
        let quoted = format!("'{}'", text.replace('\'', "''"));
        let filter = parse_expression("name", kind_of("name").unwrap(), &quoted, &words()).unwrap();
        prop_assert_eq!(filter, values::Filter::field("name", values::filter::Test::Equal(values::field::Value::Text(text))));
    }
}
