//! The text of a bulk query: what a page selects of its orders, in the only form that a bulk operation knows.

use super::page::OrdersPage;
use super::reach::Reach;
use crate::Document;
use crate::documents::bulk_text::{edges, of_page};

/// What is selected of orders, with the braces around it.
pub(super) fn selection(reach: Reach) -> String {
    edges(&within(&of_page(OrdersPage::text()), reach))
}

/// The same without what is out of reach, and without asking: a bulk operation has no variables.
fn within(text: &str, reach: Reach) -> String {
    let parts = [
        ("paymentTerms", reach.payment_terms),
        ("locations", reach.locations),
        ("fulfillmentOrders", reach.fulfillment_orders),
        ("staff", reach.staff),
    ];
    let condition = |name: &str| format!(" @include(if: ${name})");
    let mut out = String::with_capacity(text.len());
    let mut left_out = None;
    for line in text.lines() {
        if let Some(depth) = left_out {
            if line.trim_start() == "}" && line.len() == depth + 1 {
                left_out = None;
            }
            continue;
        }
        match parts.iter().find(|(name, _)| line.contains(&condition(name))) {
            Some((_, false)) => left_out = Some(line.len() - line.trim_start().len()),
            Some((name, true)) => out.push_str(&line.replace(&condition(name), "")),
            None => out.push_str(line),
        }
        if left_out.is_none() {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_reach_is_left_out_whole() {
        let text = "  a\n  b @include(if: $locations) {\n    c {\n      d\n    }\n  }\n  e @include(if: $paymentTerms) {\n    f\n  }\n";
        let locations = Reach { locations: true, ..Reach::default() };
        assert_eq!(within(text, locations), "  a\n  b {\n    c {\n      d\n    }\n  }\n");
        assert_eq!(within(text, Reach::default()), "  a\n");
        assert!(
            !selection(Reach::default()).contains("paymentTerms") && selection(Reach::ALL).contains("paymentTerms")
        );
        let without_staff = Reach { staff: false, ..Reach::ALL };
        assert!(!selection(without_staff).contains("staffMember") && selection(Reach::ALL).contains("staffMember {"));
        assert!(!selection(Reach::ALL).contains('$'));
    }
}
