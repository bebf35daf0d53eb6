use chrono::{Datelike, Months, NaiveDate};
use proptest::prelude::*;
use rstest::rstest;
use values::DateFormula;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[rstest]
// 2 March 2026 is a Monday.
#[case("1D", "2026-03-02", "2026-03-03")]
#[case("-1W", "2026-03-02", "2026-02-23")]
#[case("1M", "2026-01-31", "2026-02-28")]
#[case("1M", "2028-01-31", "2028-02-29")]
#[case("1Q", "2026-11-30", "2027-02-28")]
#[case("-1Y", "2028-02-29", "2027-02-28")]
#[case("CD", "2026-03-04", "2026-03-04")]
#[case("CW", "2026-03-04", "2026-03-08")]
#[case("-CW", "2026-03-04", "2026-03-02")]
#[case("CW", "2026-03-08", "2026-03-08")]
#[case("CM", "2026-02-04", "2026-02-28")]
#[case("-CM", "2026-02-04", "2026-02-01")]
#[case("CQ", "2026-05-04", "2026-06-30")]
#[case("-CQ", "2026-05-04", "2026-04-01")]
#[case("CY", "2026-05-04", "2026-12-31")]
#[case("-CY", "2026-05-04", "2026-01-01")]
#[case("CM+1D", "2026-02-04", "2026-03-01")]
#[case("1M+CM", "2026-01-31", "2026-02-28")]
#[case("-CM-1D", "2026-02-04", "2026-01-31")]
#[case("CM+15D", "2026-02-04", "2026-03-15")]
#[case("WD4", "2026-03-02", "2026-03-05")]
#[case("WD1", "2026-03-02", "2026-03-09")]
#[case("WD7", "2026-03-02", "2026-03-08")]
#[case("-WD1", "2026-03-02", "2026-02-23")]
#[case("-WD7", "2026-03-02", "2026-03-01")]
#[case("D4", "2026-03-02", "2026-03-04")]
#[case("D2", "2026-03-02", "2026-04-02")]
#[case("D31", "2026-01-31", "2026-02-28")]
#[case("D30", "2026-02-28", "2026-03-30")]
#[case("-D15", "2026-03-15", "2026-02-15")]
#[case("-D31", "2026-03-15", "2026-02-28")]
#[case("", "2026-03-02", "2026-03-02")]
#[case(" 1m + cm ", "2026-01-31", "2026-02-28")]
#[case("<1D>", "2026-03-02", "2026-03-03")]
fn a_formula_leads_where_bc_says(#[case] formula: &str, #[case] from: &str, #[case] to: &str) {
    assert_eq!(formula.parse::<DateFormula>().unwrap().apply(date(from)).unwrap(), date(to));
}

#[rstest]
#[case("D", 1)]
#[case("30", 1)]
#[case("1D1D", 3)]
#[case("1D+", 4)]
#[case("WD8", 1)]
#[case("D0", 1)]
#[case("1D-CX", 4)]
#[case("10000D", 1)]
#[case("<1D", 4)]
#[case("1D>", 3)]
fn what_is_no_formula_is_refused_at_its_place(#[case] text: &str, #[case] position: usize) {
    let error = text.parse::<DateFormula>().unwrap_err();
    assert!(error.to_string().contains(&format!("at character {position} ")), "{error}");
}

#[test]
fn a_formula_has_at_most_twenty_characters() {
    assert!("1D+1D+1D+1D+1D+1D+1D".parse::<DateFormula>().is_ok());
    let error = "1D+1D+1D+1D+1D+1D+10D".parse::<DateFormula>().unwrap_err();
    assert!(error.to_string().contains("longer than 20 characters"));
}

#[test]
fn the_calendar_ends_with_the_year_9999() {
    let error = "9999Y".parse::<DateFormula>().unwrap().apply(date("2026-03-02")).unwrap_err();
    assert!(error.to_string().contains("9999Y leads from 2026-03-02 out of the calendar"));
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (1i32..=3_000_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

fn any_formula() -> impl Strategy<Value = String> {
    let term = prop_oneof!["[0-9]{1,3}[DWMQY]", "C[DWMQY]", "WD[1-7]", "D[1-9]", "D[12][0-9]", "D3[01]"];
    prop::collection::vec(("[+-]", term), 1..4).prop_map(|terms| {
        let text: String = terms.into_iter().map(|(sign, term)| format!("{sign}{term}")).collect();
        text
    })
}

proptest! {
    #[test]
    fn what_is_displayed_is_read_back_the_same(text in any_formula()) {
        prop_assume!(text.len() <= 20);
        let formula: DateFormula = text.parse().unwrap();
        prop_assert_eq!(formula.to_string().parse::<DateFormula>().unwrap(), formula);
    }

    #[test]
    fn months_keep_the_day_or_clip_it_to_the_months_end(from in any_date(), months in 0u32..100) {
        let to = format!("{months}M").parse::<DateFormula>().unwrap().apply(from).unwrap();
        let last = to.with_day(1).unwrap().checked_add_months(Months::new(1)).unwrap().pred_opt().unwrap().day();
        prop_assert_eq!(to.day(), from.day().min(last));
        prop_assert_eq!((to.year() * 12 + to.month0() as i32) - (from.year() * 12 + from.month0() as i32), months as i32);
    }

    #[test]
    fn the_next_weekday_is_one_to_seven_days_later(from in any_date(), day in 1u32..=7) {
        let to = format!("WD{day}").parse::<DateFormula>().unwrap().apply(from).unwrap();
        prop_assert_eq!(to.weekday().number_from_monday(), day);
        prop_assert!((1..=7).contains(&(to - from).num_days()));
    }

    #[test]
    fn the_next_day_of_a_month_is_later_by_at_most_a_month(from in any_date(), day in 1u32..=31) {
        let to = format!("D{day}").parse::<DateFormula>().unwrap().apply(from).unwrap();
        prop_assert!((1..=31).contains(&(to - from).num_days()));
        prop_assert!(to.day() == day || (to.day() < day && to.succ_opt().unwrap().day() == 1));
    }

    #[test]
    fn the_end_of_a_unit_is_in_it_and_the_day_after_is_not(from in any_date(), unit in "[WMQY]") {
        let end = |date: NaiveDate| format!("C{unit}").parse::<DateFormula>().unwrap().apply(date).unwrap();
        let start = format!("-C{unit}").parse::<DateFormula>().unwrap().apply(from).unwrap();
        prop_assert!(start <= from && from <= end(from));
        prop_assert_eq!(end(start), end(from));
        prop_assert!(end(end(from).succ_opt().unwrap()) > end(from));
    }
}

#[rstest]
#[case("", Some(0))]
#[case("14D", Some(14))]
#[case("2W", Some(14))]
#[case("1M", None)]
#[case("CM+14D", None)]
#[case("-1D", None)]
fn only_a_formula_that_adds_days_comes_to_days(#[case] formula: &str, #[case] days: Option<i64>) {
    assert_eq!(formula.parse::<DateFormula>().unwrap().days(), days);
}
