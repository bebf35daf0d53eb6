//! Whole orders by a bulk operation: what a page says of them, in the very same words.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::bulk_text::selection;
use super::order::Order;
use super::reach::Reach;
use crate::Kept;
use crate::bulk::{Branch, BulkQuery, Lines};
use crate::documents::in_bulk::{self, alone, connection, kind_of, open};

/// A query for all orders that `search` finds, the one that was changed longest ago first, each with its lines at once
/// behind it.
pub fn query(search: &str, reach: Reach) -> BulkQuery {
    // A text in JSON is one in GraphQL, too.
    let search = serde_json::Value::from(search);
    let selection = selection(reach);
    BulkQuery::text(format!("{{\n  orders(query: {search}, sortKey: UPDATED_AT) {{\n{selection}  }}\n}}\n")).grouped()
}

/// The orders of a result, read while its lines come.
pub type InBulk = in_bulk::InBulk<Order>;

/// The orders that these lines are of.
pub fn in_bulk(lines: Lines) -> InBulk {
    InBulk::of(lines, whole)
}

/// An order as a page has it: its lines where they stand there, behind everything else.
fn whole(order: &Branch) -> Option<Kept<Order>> {
    let header = open(order, "Order")?;
    let (mut goods, mut shipping, mut schedules) = (Vec::new(), Vec::new(), Vec::new());
    for child in &order.children {
        match kind_of(&child.line)?.as_str() {
            "LineItem" => goods.push(alone(&child.line)?),
            "ShippingLine" => shipping.push(alone(&child.line)?),
            "PaymentSchedule" => schedules.push(alone(&child.line)?),
            _ => return None,
        }
    }
    let header = with_schedules(header, &schedules);
    let (goods, shipping) = (connection(&goods), connection(&shipping));
    Kept::new(format!(r#"{header},"lineItems":{goods},"shippingLines":{shipping}}}"#)).ok()
}

/// The order with the payments that are agreed upon inside its payment terms, where a page has them: as many as that asks
/// for.
fn with_schedules(header: &str, schedules: &[String]) -> String {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Glance<'a> {
        #[serde(borrow)]
        payment_terms: Option<&'a RawValue>,
    }
    const MOST: usize = 2;
    let whole = format!("{header}}}");
    let terms = serde_json::from_str::<Glance<'_>>(&whole).ok().and_then(|glance| glance.payment_terms);
    let Some(fields) = terms.and_then(|terms| terms.get().trim_end().strip_suffix('}')) else {
        return header.to_owned();
    };
    let some = schedules.get(..MOST).unwrap_or(schedules).join(",");
    let begin = format!(r#""paymentTerms":{fields}"#);
    header.replacen(&begin, &format!(r#"{begin},"paymentSchedules":{{"nodes":[{some}]}}"#), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::{Line, regroup};

    #[test]
    fn what_is_searched_for_can_hold_quotation_marks() {
        let query = query("name:\"a\\b\"", Reach::default());
        assert!(
            query.as_str().contains(r#"orders(query: "name:\"a\\b\"", sortKey: UPDATED_AT)"#),
            "{}",
            query.as_str()
        );
    }

    #[test]
    fn an_order_is_put_together_in_the_words_of_a_page() {
        let line = |text: &str| Line::new(text.to_owned());
        let lines = [
            line(r##"{"id":"gid://shopify/Order/1","name":"#1"}"##),
            line(
                r#"{"id":"gid://shopify/LineItem/2","name":"\"__parentId\":\"x","__parentId":"gid://shopify/Order/1"}"#,
            ),
            line(r#"{"__parentId":"gid://shopify/Order/1","id":"gid://shopify/ShippingLine/3"}"#),
        ];
        let order = whole(&regroup(lines)[0]).unwrap();
        assert_eq!(
            order.json(),
            r##"{"id":"gid://shopify/Order/1","name":"#1","lineItems":{"nodes":[{"id":"gid://shopify/LineItem/2","name":"\"__parentId\":\"x"}],"pageInfo":{"hasNextPage":false}},"shippingLines":{"nodes":[{"id":"gid://shopify/ShippingLine/3"}],"pageInfo":{"hasNextPage":false}}}"##
        );
    }

    #[test]
    fn payments_are_put_into_the_terms_that_they_belong_to() {
        let line = |text: &str| Line::new(text.to_owned());
        let lines = [
            line(r#"{"id":"gid://shopify/Order/1","paymentTerms":{"id":"gid://shopify/PaymentTerms/4"},"risk":{}}"#),
            line(r#"{"id":"gid://shopify/PaymentSchedule/5","dueAt":null,"__parentId":"gid://shopify/Order/1"}"#),
        ];
        let order = whole(&regroup(lines)[0]).unwrap();
        let expected = r#"{"id":"gid://shopify/Order/1","paymentTerms":{"id":"gid://shopify/PaymentTerms/4","paymentSchedules":{"nodes":[{"id":"gid://shopify/PaymentSchedule/5","dueAt":null}]}},"risk":{},"#;
        assert!(order.json().starts_with(expected), "{}", order.json());
    }

    #[test]
    fn what_is_no_order_is_not_taken_for_one() {
        let orphan = Line::new(r#"{"id":"gid://shopify/LineItem/2","__parentId":"gid://shopify/Order/1"}"#);
        assert!(whole(&regroup([orphan])[0]).is_none());
        assert!(whole(&regroup([Line::new(r#"{"name":"x"}"#)])[0]).is_none());
    }
}
