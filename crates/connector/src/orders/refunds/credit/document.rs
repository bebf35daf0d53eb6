//! From a refund to the document that the back office is asked for.

use back_office::sales::{LineKind, NewDocument, Source};
use values::Code;
use values::money::Amount;

use super::balance::line_of;
use super::create::SOURCE_KIND;
use super::lines::lines;
use super::money::Credited;
use super::refusal::Refusal;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::process::new_order;
use crate::orders::staged::{Sale, order};

/// A document, and whether it has no line but the one that balances it.
pub(super) type OfRefund = (NewDocument, bool);

/// The document of a refund, but for the line that balances it unless that is the only one: who, where and how taxed as on
/// the document of its order, in the same money, of the day on which it was paid back. It settles `invoice`; where that is
/// not posted yet, the two settle each other once they are.
///
/// # Errors
/// [`Error::Refund`] says what is missing.
pub(super) fn document(ground: &Ground, credited: &Credited, invoice: Option<Code<20>>) -> Result<OfRefund, Error> {
    let (refund, sale) = (&credited.refunded.refund, &credited.sale);
    let ground = &ground.of_document(&sale.order);
    let day = refund.created_at.with_timezone(&ground.zone).date_naive();
    // The order's own number is that of its document.
    let order = order::Model { use_shopify_order_number: false, ..sale.order.clone() };
    let of_order = new_order(ground, &Sale { order, ..sale.clone() })?;
    let payment_method_code = credited.payment_method(&ground.mappings);
    let is_paid = ground.mappings.pays_at_once(&payment_method_code);
    let mut lines = lines(ground, credited)?;
    let is_alone = lines.iter().all(|line| line.kind == LineKind::Comment);
    if is_alone && credited.target().is_zero() {
        return Err(Refusal::NothingToCredit.into());
    }
    if is_alone {
        lines.push(line_of(ground, credited.target())?);
    }
    let new = NewDocument {
        order_date: day,
        document_date: day,
        posting_date: None,
        due_date: None,
        // What is paid back with the document leaves nothing that its invoice would be settled by.
        applies_to_document_number: invoice.filter(|_| !is_paid).unwrap_or_default(),
        takes_back: of_order.source.clone().filter(|_| !is_paid),
        payment_method_code,
        work_description: refund.note.clone(),
        source: Some(Source {
            kind: SOURCE_KIND.to_owned(),
            id: refund.shopify_refund_id.to_string(),
            number: refund.shopify_order_number.clone(),
        }),
        number: None,
        lines,
        invoice_discount: Amount::ZERO,
        ..of_order
    };
    Ok((new, is_alone))
}
