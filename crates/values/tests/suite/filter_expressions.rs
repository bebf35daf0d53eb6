use rstest::rstest;
use values::field::{Kind, Value};
use values::filter::parse_expression;

use crate::world::{kind_of, words};

/// What JSON-like text means as a value of the kind: `-` is nothing at all.
fn value(kind: Kind, text: &str) -> Value {
    match (kind, text) {
        (_, "-") => Value::Null,
        (Kind::Boolean, text) => Value::Boolean(text == "yes"),
        (Kind::Integer, text) => Value::Integer(text.parse().unwrap()),
        (Kind::Decimal, text) => Value::Decimal(text.parse().unwrap()),
        (Kind::Date, text) => Value::Date(text.parse().unwrap()),
        (Kind::Time, text) => Value::Time(text.parse().unwrap()),
        (Kind::DateTime, text) => Value::DateTime(text.parse().unwrap()),
        (Kind::Id, text) => Value::Id(text.parse().unwrap()),
        (_, text) => Value::Text(text.to_owned()),
    }
}

#[rstest]
// Texts, letter by letter.
#[case("name", "Shirt", &["Shirt"], &["shirt", "Shirts", "", "-"])]
#[case("name", "=Shirt", &["Shirt"], &["Shirts"])]
#[case("name", "Shirt|Cap", &["Shirt", "Cap"], &["Mug"])]
#[case("name", " Blue shirt | Cap ", &["Blue shirt", "Cap"], &["Blue shirt ", " Cap"])]
#[case("name", "<>Shirt", &["Cap", "", "-"], &["Shirt"])]
#[case("name", "<>Shirt&<>Cap", &["Mug", "-"], &["Shirt", "Cap"])]
#[case("name", "<>(Shirt|Cap)", &["Mug", "-"], &["Shirt", "Cap"])]
#[case("name", "<>A*", &["Bag", "-"], &["Art"])]
#[case("name", "S*&<>*t|Cap", &["Shoe", "Cap"], &["Shirt", "Mug"])]
#[case("name", "S*&(<>*t|Shirt)", &["Shoe", "Shirt"], &["Soft", "Cap"])]
#[case("name", "B..D", &["B", "Cap", "D"], &["A", "Dog", "b", "-"])]
#[case("name", "..B", &["A", "B", "", "-"], &["Ba"])]
#[case("name", "B..", &["B", "b"], &["A", "", "-"])]
#[case("name", ">=B", &["B", "Ba"], &["A", "-"])]
#[case("name", "<=B", &["B", "-"], &["Ba"])]
#[case("name", ">B", &["Ba"], &["B", "-"])]
#[case("name", "<B", &["A", "-"], &["B"])]
#[case("name", "''", &["", "-"], &["x", "''"])]
#[case("name", "<>''", &["x"], &["", "-"])]
#[case("name", "'A|B'", &["A|B"], &["A", "B"])]
#[case("name", "'(Ship)'*", &["(Ship)", "(Ship) now"], &["Ship"])]
#[case("name", "'O''Brien'", &["O'Brien"], &["OBrien"])]
#[case("name", "'*'", &["*"], &["x"])]
#[case("name", "*", &["", "x", "-"], &[])]
#[case("name", "?", &["x", "é"], &["", "xy"])]
#[case("name", "*a*b", &["ab", "xaxb", "abab"], &["ba", "abc"])]
#[case("name", "*@example.com", &["kari@example.com"], &["example.com"])]
#[case("name", "1.5", &["1.5"], &["1"])]
#[case("name", "1.5..1.7", &["1.6"], &["1.8"])]
#[case("name", "@cafe*", &["Café Oslo", "CAFE", "cafe"], &["Kafe"])]
#[case("name", "@ÅSE", &["åse", "ase", "Ase"], &["øse"])]
#[case("name", "<>@cafe", &["bar", "-"], &["Café"])]
#[case("name", "@'a|b'", &["A|B", "á|b"], &["a"])]
#[case("name", "%me", &["Kari"], &["kari", "%me"])]
#[case("name", "'%me'", &["%me"], &["Kari"])]
#[case("name", "100%", &["100%"], &["100"])]
// Codes.
#[case("number", "s1000", &["S1000"], &["S1001"])]
#[case("number", "s*", &["S1"], &["T1"])]
#[case("number", "%ME", &["KARI"], &["%ME"])]
#[case("number", "1000..1999|2500", &["1000", "10001", "2500"], &["2000", "-"])]
// Booleans.
#[case("fullyPaid", "yes", &["yes"], &["no", "-"])]
#[case("fullyPaid", "true", &["yes"], &["no"])]
#[case("fullyPaid", "N", &["no"], &["yes", "-"])]
#[case("fullyPaid", "<>true", &["no", "-"], &["yes"])]
#[case("fullyPaid", "''", &["no", "-"], &["yes"])]
// Numbers.
#[case("count", "5..10", &["5", "10"], &["4", "11", "-"])]
#[case("count", "-5..-1", &["-5", "-1"], &["0"])]
#[case("count", "<5", &["4", "-"], &["5"])]
#[case("count", "''", &["0", "-"], &["1"])]
#[case("count", "<>''", &["1"], &["0", "-"])]
#[case("amount", "10.5|>100", &["10.50", "100.01"], &["10.51", "100"])]
#[case("amount", ".5..1", &["0.5"], &["0.4"])]
#[case("amount", "<>0", &["1", "-"], &["0"])]
// Days. It is Tuesday 3 March 2026, the work date 15 February.
#[case("postingDate", "2026-03-02", &["2026-03-02"], &["2026-03-03", "-"])]
#[case("postingDate", "020326", &["2026-03-02"], &["2026-02-03"])]
#[case("postingDate", "02032026", &["2026-03-02"], &[])]
#[case("postingDate", "2.3.26", &["2026-03-02"], &[])]
#[case("postingDate", "0203", &["2026-03-02"], &[])]
#[case("postingDate", "2", &["2026-02-02"], &["2026-03-02"])]
#[case("postingDate", "today", &["2026-03-03"], &["2026-03-02"])]
#[case("postingDate", "T", &["2026-03-03"], &[])]
#[case("postingDate", "workdate", &["2026-02-15"], &["2026-03-03"])]
#[case("postingDate", "w..t", &["2026-02-15", "2026-03-03"], &["2026-02-14"])]
#[case("postingDate", "..today", &["2026-03-03", "-"], &["2026-03-04"])]
#[case("postingDate", "-30D..", &["2026-02-01"], &["2026-01-31", "-"])]
#[case("postingDate", "t-1D..t+1D", &["2026-03-02", "2026-03-04"], &["2026-03-01"])]
#[case("postingDate", "-CM..CM", &["2026-03-01", "2026-03-31"], &["2026-02-28"])]
#[case("postingDate", "''", &["-"], &["2026-03-03"])]
#[case("postingDate", "<>''", &["2026-03-03"], &["-"])]
// Times.
#[case("startingTime", "9:30", &["09:30:00"], &["09:30:01"])]
#[case("startingTime", "0930..10", &["09:45:00", "10:00:00"], &["10:00:01"])]
// Instants: a day is the whole day in Oslo, an hour ahead of UTC in winter.
#[case("createdAt", "2026-03-02", &["2026-03-01T23:00:00Z", "2026-03-02T22:59:59.999Z"], &["2026-03-02T23:00:00Z", "-"])]
#[case("createdAt", "<>2026-03-02", &["2026-03-02T23:00:00Z", "-"], &["2026-03-01T23:00:00Z"])]
#[case("createdAt", "..2026-03-02", &["2026-03-02T22:59:59Z", "-"], &["2026-03-02T23:00:00Z"])]
#[case("createdAt", ">2026-03-02", &["2026-03-02T23:00:00Z"], &["2026-03-02T22:59:59Z"])]
#[case("createdAt", "2026-03-01..today", &["2026-03-03T22:00:00Z"], &["2026-03-03T23:00:00Z"])]
#[case("createdAt", "2026-03-29", &["2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"], &["2026-03-29T22:00:00Z"])]
#[case("createdAt", "2026-03-02T10:00:00Z", &["2026-03-02T10:00:00Z"], &["2026-03-02T10:00:01Z"])]
#[case("createdAt", "2026-03-02 10:00..", &["2026-03-02T09:00:00Z"], &["2026-03-02T08:59:59Z"])]
#[case("createdAt", "02.03.26 10", &["2026-03-02T09:00:00Z"], &[])]
#[case("createdAt", "2026-03-29 02:30", &["2026-03-29T01:00:00Z"], &[])]
#[case("createdAt", "2026-10-25 02:30", &["2026-10-25T00:30:00Z"], &["2026-10-25T01:30:00Z"])]
#[case("createdAt", "<now", &["2026-03-02T23:29:59Z"], &["2026-03-02T23:30:00Z"])]
// Options, by place in the list.
#[case("status", "released", &["Released"], &["Open"])]
#[case("status", "rel", &["Released"], &["Open"])]
#[case("status", "1", &["Released"], &["Open"])]
#[case("status", ">Open", &["Released", "Pending Approval"], &["Open", "-"])]
#[case("status", "Open..Released", &["Open", "Released"], &["Pending Approval"])]
#[case("status", "pending*", &["Pending Approval", "Pending Prepayment"], &["Open"])]
#[case("status", "<>Open", &["Released", "Something Later", "-"], &["Open"])]
#[case("financialStatus", "''|Paid", &["", "-", "Paid"], &["Pending"])]
#[case("financialStatus", "..Pending", &["", "-", "Pending"], &["Paid"])]
#[case("id", "01890a5d-ac96-774b-bcce-b302099a8057", &["01890a5d-ac96-774b-bcce-b302099a8057"], &["-"])]
// Nothing asked for.
#[case("name", "", &["x", "", "-"], &[])]
fn an_expression_lets_through_what_it_says(
    #[case] field: &str,
    #[case] text: &str,
    #[case] through: &[&str],
    #[case] not: &[&str],
) {
    let kind = kind_of(field).unwrap();
    let filter = parse_expression(field, kind, text, &words()).unwrap();
    for value_text in through {
        assert!(filter.matches(&|_| value(kind, value_text)), "{text} lets {value_text} through");
    }
    for value_text in not {
        assert!(!filter.matches(&|_| value(kind, value_text)), "{text} does not let {value_text} through");
    }
}
