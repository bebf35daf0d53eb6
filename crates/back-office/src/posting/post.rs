use database::Tx;
use uuid::Uuid;
use values::Code;

use super::amounts::{self, Rounding, Terms};
use super::check::check;
use super::document::Document;
use super::numbers::numbers_of;
use super::ready::Ready;
use super::{Request, Setup, entries, write};
use crate::general_ledger::Numbers;
use crate::sales::{Context, apply_invoice_discount};
use crate::{Result, told};

/// What posting has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The transaction in the general ledger.
    pub transaction_number: i64,
    /// The posted shipment: id and number.
    pub shipment: Option<(Uuid, Code<20>)>,
    /// The posted invoice or credit memo: id and number.
    pub invoice: Option<(Uuid, Code<20>)>,
    /// Whether the document is gone, because nothing of it is left.
    pub completed: bool,
}

/// Posts a document, all of it or what is planned, in the caller's transaction.
///
/// # Errors
/// [`crate::Error::NotPosted`] with all that is wrong with it; [`crate::Error::Unknown`] when there is no such document, as
/// when another has posted it meanwhile; [`crate::Error::Queued`] when the job queue is to post it; those of the number
/// series. Nothing is written then.
pub async fn post(tx: &Tx, setup: &Setup, id: Uuid, request: &Request, cx: &Context) -> Result<Posted> {
    if setup.sales.calculate_invoice_discount {
        apply_invoice_discount(tx, id, cx).await?;
    }
    let document = Document::lock(tx, setup, id, request).await?;
    let ready = check(setup, document, request, &cx.user)?;
    let numbers = numbers_of(tx, setup, &ready).await?;
    let amounts = amounts::work_out(&ready.lines, &terms(setup, &ready)?)?;
    let ledgers = Numbers::lock(tx).await?;
    let entries = entries::build(setup, &ready, &amounts, &numbers, ledgers, cx)?;
    let posted = write::write(tx, &ready, &amounts, &numbers, entries, cx).await?;
    told::posted(tx, &ready.header, &posted, cx).await?;
    Ok(posted)
}

/// How the document is worked out.
fn terms(setup: &Setup, ready: &Ready) -> Result<Terms> {
    let header = &ready.header;
    let (precision, way) = match header.currency_code.non_blank() {
        None => (setup.ledger.invoice_rounding_precision, setup.ledger.invoice_rounding_type),
        Some(code) => {
            let currency = setup.currency(code)?;
            (currency.invoice_rounding_precision, currency.invoice_rounding_type)
        }
    };
    let taken_back = ready.corrected.as_ref().filter(|_| ready.is_whole_back()).and_then(|back| back.rounding());
    let rounding = ready.rounding.clone().and_then(|posting| match taken_back {
        Some((sale, line_amount)) => Some(Rounding::TakenBack { sale, line_amount, posting }),
        None if precision.is_zero() => None,
        None => Some(Rounding::To { precision: precision.decimal(), way, posting }),
    });
    Ok(Terms {
        prices_including_vat: header.prices_including_vat,
        precision: ready.precision,
        rounding,
        factor: ready.factor,
        own_precision: setup.company.amount_rounding_precision.decimal(),
        taxes: ready.taxes.clone(),
        taken_back: ready.taken_back.clone(),
    })
}
