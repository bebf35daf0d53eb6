//! Who bought, as a sentence tells it.

use crate::links::customer;
use crate::orders::staged::order;

/// The end of "No customer …": the e-mail and the phone that were looked for, and the name.
pub fn phrase(order: &order::Model, link: Option<&customer::Model>) -> String {
    let (email, phone) = email_and_phone(order, link);
    let name = [order.sell_to_first_name.as_str(), order.sell_to_last_name.as_str()].join(" ");
    let name = if name.trim().is_empty() { order.sell_to_customer_name.trim() } else { name.trim() };
    let by = match (email, phone) {
        ("", "") => String::new(),
        (email, "") => format!("has the e-mail {email}"),
        ("", phone) => format!("has the phone {phone}"),
        (email, phone) => format!("has the e-mail {email} or the phone {phone}"),
    };
    match (by.as_str(), name) {
        ("", "") => String::new(),
        (_, "") => by,
        ("", name) => format!("is {name}"),
        (_, name) => format!("{by} ({name})"),
    }
}

/// How the buyer is looked for: as Shopify's customer says, else as the order does.
pub fn email_and_phone<'a>(order: &'a order::Model, link: Option<&'a customer::Model>) -> (&'a str, &'a str) {
    let first = |of_customer: Option<&'a String>, of_order: &'a str| match of_customer {
        Some(text) if !text.is_empty() => text.as_str(),
        _ => of_order,
    };
    (first(link.map(|link| &link.email), &order.email), first(link.map(|link| &link.phone_number), &order.phone_number))
}
