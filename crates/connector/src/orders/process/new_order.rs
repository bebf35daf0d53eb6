//! From a mapped order to the sales document that the back office is asked for.

use back_office::sales::{LineKind, NewDocument, Source};
use values::Code;

use super::posting_date::posting_date;
use super::{addresses, lines};
use crate::Error;
use crate::orders::import::EXTERNAL_DOCUMENT_NUMBER;
use crate::orders::mapping::Ground;
use crate::orders::staged::Sale;
use crate::orders::staged::order::Model as Order;
use crate::orders::totals::rest;

/// What the back office knows of where a document came from.
pub(crate) const SOURCE_KIND: &str = "Shopify Order";

/// The sales document of an order that is mapped.
///
/// # Errors
/// [`Error::OrderNumber`] when the order's own number can't be the document's.
pub(in crate::orders) fn new_order(ground: &Ground, sale: &Sale) -> Result<NewDocument, Error> {
    let (order, countries) = (&sale.order, &ground.mappings.customers);
    Ok(NewDocument {
        sell_to_customer: order.sell_to_customer_number.clone(),
        bill_to_customer: order.bill_to_customer_number.clone(),
        sell_to: addresses::sell_to(countries, order),
        bill_to: addresses::bill_to(countries, order),
        ship_to: addresses::ship_to(countries, order),
        email: order.email.clone(),
        phone: phone(&order.phone_number),
        order_date: order.document_date,
        document_date: order.document_date,
        posting_date: posting_date(ground, sale),
        vat_reporting_date: None,
        // The day that Shopify says, whatever the terms would say.
        due_date: order.due_date,
        currency_code: ground.document_currency(order),
        tax_area: tax_area(order),
        prices_including_vat: order.vat_included,
        // A longer number of the buyer is cut, so that it does not keep the order out; the order tells it.
        external_document_number: order.po_number.chars().take(EXTERNAL_DOCUMENT_NUMBER).collect(),
        shipment_method_code: order.shipment_method_code.clone(),
        shipping_agent_code: order.shipping_agent_code.clone(),
        shipping_agent_service_code: order.shipping_agent_service_code.clone(),
        salesperson_code: order.salesperson_code.clone(),
        payment_method_code: order.payment_method_code.clone(),
        payment_terms_code: payment_terms(ground, order),
        applies_to_document_number: Code::blank(),
        takes_back: None,
        work_description: order.work_description.clone(),
        source: Some(Source {
            kind: SOURCE_KIND.to_owned(),
            id: order.shopify_order_id.to_string(),
            number: order.shopify_order_number.clone(),
        }),
        number: number(sale)?,
        lines: lines::lines(ground, sale),
        invoice_discount: rest(sale, ground.shop.currency_handling),
    })
}

/// The sales document of an order that has none yet.
///
/// # Errors
/// Those of [`new_order`], and [`Error::NothingSold`].
pub(super) fn first_document(ground: &Ground, sale: &Sale) -> Result<NewDocument, Error> {
    let document = new_order(ground, sale)?;
    let is_sold = document.lines.iter().any(|line| line.kind != LineKind::Comment);
    if is_sold { Ok(document) } else { Err(Error::NothingSold) }
}

/// Where the buyer is taxed; `None`: where the customer is. Who is exempt is taxed nowhere.
fn tax_area(order: &Order) -> Option<(Code<20>, bool)> {
    let is_known = order.tax_exempt || !order.tax_area_code.is_blank();
    is_known.then(|| (order.tax_area_code.clone(), order.tax_liable && !order.tax_exempt))
}

/// What the order's payment terms are mapped to; blank: those of the customer.
fn payment_terms(ground: &Ground, order: &Order) -> Code<10> {
    let mapped = ground.mappings.payment_terms(&order.payment_terms_type, &order.payment_terms_name);
    mapped.map(|mapped| mapped.payment_terms_code.clone()).unwrap_or_default()
}

/// The order's own number, where the shop card wants it.
fn number(sale: &Sale) -> Result<Option<Code<20>>, Error> {
    let number = Code::<20>::cut(&sale.order.shopify_order_number);
    if !sale.order.use_shopify_order_number || number.is_blank() {
        return Ok(None);
    }
    if number.as_str().starts_with('@') {
        return Err(Error::OrderNumber(sale.order.shopify_order_number.clone()));
    }
    Ok(Some(number))
}

/// A phone number keeps its digits, spaces and `+()/.`.
fn phone(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_digit() || " +()/.".contains(*letter)).take(30).collect()
}
