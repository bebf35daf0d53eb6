use database::Tx;
use values::Code;

use super::Draft;
use crate::sales::create::{Lines, make_many};
use crate::sales::{Address, Context, DocumentType, NewDocument, Outcome, Setup, header};
use crate::{Error, Result};

/// Begins a document for a customer, as a person does: what follows from the customer is filled in, from its address to how
/// and from where goods are sent to it, today is its day, and its lines are entered later. `number` is that of the
/// document; `None`: the next of the number series.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Blocked`] and [`Error::Blank`] of the customer, [`Error::Exists`], and those of the
/// number series: nothing is made.
pub async fn begin(
    tx: &Tx,
    setup: &Setup,
    document_type: DocumentType,
    (customer, number): (&Code<20>, Option<Code<20>>),
    cx: &Context,
) -> Result<header::Model> {
    setup.meet_customers(tx, std::iter::once(customer)).await?;
    let buyer = setup.customer(customer, document_type)?;
    let (address, today) = (Address::from(&*buyer), setup.today(cx.now));
    let new = NewDocument {
        sell_to_customer: customer.clone(),
        bill_to_customer: customer.clone(),
        sell_to: address.clone(),
        bill_to: address.clone(),
        ship_to: address,
        email: buyer.email.clone(),
        phone: buyer.phone_number.clone(),
        order_date: today,
        document_date: today,
        currency_code: buyer.currency_code.clone(),
        prices_including_vat: buyer.prices_including_vat,
        number,
        ..NewDocument::default()
    };
    let made = make_many(tx, setup, document_type, &[new], Lines::Later, cx).await?;
    let id = match made.into_iter().next().unwrap_or(Err(Error::NoLines))? {
        Outcome::Created(id, _) | Outcome::AlreadyThere(id, _) => id,
    };
    let mut draft = Draft::lock(tx, id, None).await?;
    draft.ship_as(tx, &buyer).await?;
    draft.keep(tx, cx).await
}
