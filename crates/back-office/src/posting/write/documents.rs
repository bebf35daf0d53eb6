use database::{Tx, insert_many, search};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;
use values::Code;

use super::header::{self, Totals};
use super::line::{self, Of};
use crate::Result;
use crate::posting::amounts::Amounts;
use crate::posting::numbers::{DocumentNumbers, invoice_kind};
use crate::posting::ready::Ready;
use crate::sales::posted::{self, Kind};
use crate::sales::{Context, DocumentType};

/// Id and number of a posted document.
type Made = Option<(Uuid, Code<20>)>;

/// Writes the posted shipment, and the posted invoice or credit memo.
pub(super) async fn write(
    tx: &Tx,
    ready: &Ready,
    amounts: &Amounts,
    numbers: &DocumentNumbers,
    cx: &Context,
) -> Result<(Made, Made)> {
    let (mut headers, mut lines) = (Vec::new(), Vec::new());
    let shipment = numbers.shipment.as_ref().map(|number| (cx.random.id(cx.now), number.clone()));
    if let Some((id, number)) = &shipment {
        headers.push(header::posted(&ready.header, *id, (Kind::Shipment, number), Totals::default(), cx));
        lines.extend(shipped(ready, of(ready, *id, number), cx));
    }
    let invoice = numbers.posting.as_ref().map(|number| (cx.random.id(cx.now), number.clone()));
    if let Some((id, number)) = &invoice {
        let kind = invoice_kind(ready.header.document_type);
        headers.push(header::posted(&ready.header, *id, (kind, number), totals(amounts), cx));
        lines.extend(invoiced(ready, amounts, of(ready, *id, number), cx));
    }
    search::keep::<posted::header::Entity>(tx, &headers).await?;
    tx.changed::<posted::header::Entity>(&headers.iter().map(|header| header.id).collect::<Vec<_>>()).await?;
    insert_many(tx, headers.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, lines.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok((shipment, invoice))
}

fn of<'a>(ready: &Ready, document: Uuid, number: &'a Code<20>) -> Of<'a> {
    Of { document, number, is_order: ready.header.document_type == DocumentType::Order }
}

fn totals(amounts: &Amounts) -> Totals {
    let total = amounts.total();
    Totals {
        invoice_discount_amount: amounts.invoice_discount(),
        amount: total.net,
        vat_amount: total.vat,
        amount_including_vat: total.whole(),
    }
}

/// The lines of which something is shipped, and the texts.
fn shipped(ready: &Ready, of: Of<'_>, cx: &Context) -> Vec<posted::line::Model> {
    let moved = ready.lines.iter().filter(|line| line.posting.is_none() || !line.ship.is_zero());
    let row = |line: &crate::posting::ready::ReadyLine| {
        line::posted(cx.random.id(cx.now), of, &line.line, line.ship, line::Amounts::default())
    };
    moved.map(row).collect()
}

/// The lines of which something is invoiced, the texts, and what rounding comes to.
fn invoiced(ready: &Ready, amounts: &Amounts, of: Of<'_>, cx: &Context) -> Vec<posted::line::Model> {
    let id = || cx.random.id(cx.now);
    let mut rows = Vec::with_capacity(ready.lines.len());
    for (at, line) in ready.lines.iter().enumerate() {
        match amounts.parts.iter().find(|part| part.at == Some(at)) {
            Some(part) => rows.push(line::posted(id(), of, &line.line, part.quantity, part.into())),
            None if line.posting.is_none() => {
                rows.push(line::posted(id(), of, &line.line, line.invoice, line::Amounts::default()));
            }
            None => {}
        }
    }
    let last = ready.lines.iter().map(|line| line.line.line_number).max().unwrap_or_default();
    let rounding = amounts.parts.iter().filter(|part| part.at.is_none());
    rows.extend(rounding.map(|part| line::rounding(id(), of, last, part)));
    rows
}
