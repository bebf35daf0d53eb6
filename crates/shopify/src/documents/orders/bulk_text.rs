//! The text of a bulk query: what a page selects of its orders, in the only form that a bulk operation knows.

use super::page::OrdersPage;
use super::reach::Reach;
use crate::Document;

/// What is selected of orders, with the braces around it.
pub(super) fn selection(reach: Reach) -> String {
    edges(&within(&of_page(OrdersPage::text()), reach))
}

/// What a page selects of its orders.
fn of_page(page: &str) -> String {
    let begin = "    nodes {\n";
    let whole = page.split_once(begin).and_then(|(_, rest)| rest.split_once("\n    }\n"));
    whole.map(|(fields, _)| format!("{begin}{fields}\n    }}\n")).unwrap_or_default()
}

/// The same without what is out of reach, and without asking: a bulk operation has no variables.
fn within(text: &str, reach: Reach) -> String {
    let parts = [("paymentTerms", reach.payment_terms), ("locations", reach.locations)];
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

/// The same text with `edges { node { … } }` for each `nodes { … }`. It leaves out `pageInfo` by itself.
fn edges(text: &str) -> String {
    let (mut out, mut open) = (String::with_capacity(text.len()), Vec::new());
    for line in text.lines() {
        let fields = line.trim_start();
        let depth = line.len() - fields.len();
        let (before, after) = match fields {
            "nodes {" => {
                open.push(depth);
                ("edges { node {", "")
            }
            "}" if open.last() == Some(&depth) => {
                open.pop();
                ("}", " }")
            }
            other => (other, ""),
        };
        out.push_str(line.get(..depth).unwrap_or_default());
        out.push_str(before);
        out.push_str(after);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_become_edges_at_every_depth() {
        let text = "    nodes {\n      id\n      lineItems(first: 20) {\n        nodes {\n          id\n        }\n      }\n    }\n";
        let expected = "    edges { node {\n      id\n      lineItems(first: 20) {\n        edges { node {\n          id\n        } }\n      }\n    } }\n";
        assert_eq!(edges(text), expected);
    }

    #[test]
    fn what_is_out_of_reach_is_left_out_whole() {
        let text = "  a\n  b @include(if: $locations) {\n    c {\n      d\n    }\n  }\n  e @include(if: $paymentTerms) {\n    f\n  }\n";
        let locations = Reach { payment_terms: false, locations: true };
        assert_eq!(within(text, locations), "  a\n  b {\n    c {\n      d\n    }\n  }\n");
        assert_eq!(within(text, Reach::default()), "  a\n");
        assert!(
            !selection(Reach::default()).contains("paymentTerms") && selection(Reach::ALL).contains("paymentTerms")
        );
        assert!(!selection(Reach::ALL).contains('$'));
    }
}
