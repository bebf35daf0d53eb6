use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use runtime::Random;
use shopify::documents::orders::Order;

use super::{
    Invalid, SeenCompany, SeenCustomer, SeenVariant, attributes, fees, fulfillments, header, kept, lines, risks, seen,
    transactions,
};
use crate::orders::staged::{Document, Sale, Told};
use crate::shops;

/// An order that can be staged, and what it names.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The rows.
    pub document: Document,
    /// Its customer in Shopify.
    pub customer: Option<SeenCustomer>,
    /// Its company in Shopify.
    pub company: Option<SeenCompany>,
    /// Its variants in Shopify.
    pub variants: Vec<SeenVariant>,
}

/// What an import stands on.
#[derive(Clone, Debug)]
pub struct Ground<'a> {
    /// The shop card.
    pub shop: &'a shops::Model,
    /// The company's time zone, in which an order has its day.
    pub zone: Tz,
    /// Now.
    pub now: DateTime<Utc>,
    /// For ids.
    pub random: &'a Random,
}

/// The rows that stage an order. Of an order that is staged already, what people and processing have added is kept.
///
/// # Errors
/// [`Invalid`] says which field can't be stored.
pub fn document(
    ground: &Ground<'_>,
    order: &Order,
    content_hash: &str,
    before: Option<&Sale>,
) -> Result<Imported, Invalid> {
    let new_id = || ground.random.id(ground.now);
    let id = before.map_or_else(new_id, |before| before.order.id);
    let (mut lines, mut tax_lines) = lines::order_lines(ground, id, order)?;
    let (shipping_charges, shipping_taxes) = lines::shipping_charges(ground, id, order)?;
    tax_lines.extend(shipping_taxes);
    tax_lines.extend(lines::order_taxes(ground, id, order)?);
    let (additional_fees, taxes_of_fees) = fees::additional_fees(ground, id, order)?;
    tax_lines.extend(taxes_of_fees);
    let transactions = transactions::transactions(ground, id, order)?;
    let mut header = header::header(ground, id, order, content_hash)?;
    header.gateway = transactions::gateway(&transactions);
    header.number_of_lines = i32::try_from(lines.len()).unwrap_or(i32::MAX);
    if let Some(before) = before {
        kept::header(&before.order, &mut header);
        kept::lines(before, &mut lines);
    }
    let document = Document {
        sale: Sale { order: header, lines, shipping_charges, additional_fees, transactions },
        told: Told {
            tax_lines,
            attributes: attributes::of_order(ground, id, order),
            line_attributes: attributes::of_lines(ground, id, order),
            fulfillments: fulfillments::fulfillments(ground, id, order),
            risks: risks::risks(ground, id, order),
        },
    };
    Ok(Imported {
        document,
        customer: seen::customer(order),
        company: seen::company(order),
        variants: seen::variants(order),
    })
}
