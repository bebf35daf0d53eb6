use std::collections::HashMap;

use rstest::rstest;
use values::field::Value;
use values::filter::parse_odata;

use crate::world::{kind_of, words};

/// One order.
fn order() -> HashMap<&'static str, Value> {
    HashMap::from([
        ("name", Value::Text("Kari's shirt".into())),
        ("number", Value::Text("S1000".into())),
        ("fullyPaid", Value::Boolean(true)),
        ("count", Value::Integer(2)),
        ("amount", Value::Decimal("199.9".parse().unwrap())),
        ("postingDate", Value::Null),
        ("createdAt", Value::DateTime("2026-03-02T10:00:00Z".parse().unwrap())),
        ("status", Value::Text("Pending Approval".into())),
        ("id", Value::Id("01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap())),
    ])
}

#[rstest]
#[case("name eq 'Kari''s shirt'", true)]
#[case("name eq 'kari''s shirt'", false)]
#[case("number eq 's1000'", true)]
#[case("number ne 'S1000'", false)]
#[case("amount eq 199.90", true)]
#[case("amount gt 199.90 or count eq 2", true)]
#[case("amount gt 199.90 or count eq 2 and fullyPaid eq false", false)]
#[case("(amount gt 199.90 or count eq 2) and fullyPaid", true)]
#[case("not fullyPaid", false)]
#[case("not (count eq 3)", true)]
#[case("not count eq 3 and fullyPaid", true)]
#[case("count in (1, 2,3)", true)]
#[case("status in ('Open','Released')", false)]
#[case("status eq 'Pending Approval'", true)]
#[case("status eq 'Pending_x0020_Approval'", true)]
#[case("status ge 'Released'", true)]
#[case("status lt 'Released'", false)]
#[case("postingDate eq null", true)]
#[case("postingDate ne null", false)]
#[case("postingDate ne 2026-03-02", true)]
#[case("createdAt ge 2026-03-02T10:00:00Z and createdAt lt 2026-03-02T12:00:00+01:00", true)]
#[case("createdAt eq 2026-03-02", true)]
#[case("createdAt gt 2026-03-02", false)]
#[case("contains(name,'shirt')", true)]
#[case("contains(name, 'Shirt')", false)]
#[case("startswith(number,'s1')", true)]
#[case("endswith(name,'*')", false)]
#[case("id eq 01890a5d-ac96-774b-bcce-b302099a8057", true)]
#[case("", true)]
fn an_odata_filter_lets_through_what_it_says(#[case] text: &str, #[case] through: bool) {
    let order = order();
    let filter = parse_odata(text, &kind_of, &words()).unwrap();
    assert_eq!(filter.matches(&|name| order[name].clone()), through, "{filter:?}");
}
