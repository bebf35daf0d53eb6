//! Whole orders by a bulk operation: what a page says of them, in the very same words.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::bulk_text::selection;
use super::fulfillment_order::FULFILLMENT_ORDERS;
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

/// The orders that these lines are of, which were asked for within that reach.
pub fn in_bulk(lines: Lines, reach: Reach) -> InBulk {
    InBulk::of(lines, if reach.fulfillment_orders { whole_with_parts } else { whole })
}

/// An order as a page has it: its lines where they stand there, behind everything else.
fn whole(order: &Branch) -> Option<Kept<Order>> {
    put_together(order, false)
}

/// The same with the parts in which it is sent.
fn whole_with_parts(order: &Branch) -> Option<Kept<Order>> {
    put_together(order, true)
}

fn put_together(order: &Branch, has_parts: bool) -> Option<Kept<Order>> {
    let header = open(order, "Order")?;
    let (mut goods, mut shipping, mut schedules, mut parts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for child in &order.children {
        match kind_of(&child.line)? {
            "LineItem" => goods.push(alone(&child.line)?),
            "ShippingLine" => shipping.push(alone(&child.line)?),
            "PaymentSchedule" => schedules.push(alone(&child.line)?),
            "FulfillmentOrder" => parts.push(alone(&child.line)?),
            _ => return None,
        }
    }
    let header = with_schedules(header, &schedules);
    let (goods, shipping) = (connection(&goods), connection(&shipping));
    let parts = if has_parts { format!(r#","fulfillmentOrders":{}"#, first_parts(&parts)) } else { String::new() };
    Some(Kept::new(format!(r#"{header},"lineItems":{goods},"shippingLines":{shipping}{parts}}}"#)))
}

/// The parts as a page has them: so many, and whether there are more.
fn first_parts(parts: &[String]) -> String {
    match parts.get(..FULFILLMENT_ORDERS as usize) {
        Some(first) if first.len() < parts.len() => {
            format!(r#"{{"nodes":[{}],"pageInfo":{{"hasNextPage":true}}}}"#, first.join(","))
        }
        _ => connection(parts),
    }
}

/// The order with the payments that are agreed upon inside its payment terms, where a page has them: as many as that asks
/// for.
fn with_schedules<'a>(header: &'a str, schedules: &[String]) -> Cow<'a, str> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Glance<'a> {
        #[serde(borrow)]
        payment_terms: Option<&'a RawValue>,
    }
    const MOST: usize = 2;
    if !header.contains(r#""paymentTerms":{"#) {
        return Cow::Borrowed(header);
    }
    let whole = format!("{header}}}");
    let terms = serde_json::from_str::<Glance<'_>>(&whole).ok().and_then(|glance| glance.payment_terms);
    let Some(fields) = terms.and_then(|terms| terms.get().trim_end().strip_suffix('}')) else {
        return Cow::Borrowed(header);
    };
    let some = schedules.get(..MOST).unwrap_or(schedules).join(",");
    let begin = format!(r#""paymentTerms":{fields}"#);
    Cow::Owned(header.replacen(&begin, &format!(r#"{begin},"paymentSchedules":{{"nodes":[{some}]}}"#), 1))
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
    fn of_many_parts_a_page_has_the_first_four() {
        let part = |id: u8| {
            let id = format!("gid://shopify/FulfillmentOrder/{id}");
            Line::new(format!(r#"{{"id":"{id}","__parentId":"gid://shopify/Order/1"}}"#))
        };
        let order = |parts: u8| {
            let order = Line::new(r#"{"id":"gid://shopify/Order/1"}"#.to_owned());
            let lines = [order].into_iter().chain((1..=parts).map(part));
            whole_with_parts(&regroup(lines)[0]).unwrap().json().to_owned()
        };
        let end = r#"{"id":"gid://shopify/FulfillmentOrder/4"}],"pageInfo":{"hasNextPage":false}}}"#;
        assert!(order(4).ends_with(end), "{}", order(4));
        assert_eq!(order(5), order(4).replacen(end, &end.replace("false", "true"), 1));
        assert!(order(0).ends_with(r#""fulfillmentOrders":{"nodes":[],"pageInfo":{"hasNextPage":false}}}"#));
    }

    #[test]
    fn what_is_no_order_is_not_taken_for_one() {
        let orphan = Line::new(r#"{"id":"gid://shopify/LineItem/2","__parentId":"gid://shopify/Order/1"}"#);
        assert!(whole(&regroup([orphan])[0]).is_none());
        assert!(whole(&regroup([Line::new(r#"{"name":"x"}"#)])[0]).is_none());
    }
}
