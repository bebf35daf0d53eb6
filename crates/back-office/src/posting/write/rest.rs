use database::{Tx, search, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use crate::posting::numbers::DocumentNumbers;
use crate::posting::ready::Ready;
use crate::sales::{Context, JobQueueStatus, Status, header, line};
use crate::{Result, availability};

/// Writes what is left of the document: nothing, or an order with what was shipped and invoiced of it, and the rest of it
/// planned. Returns whether nothing is left.
pub(super) async fn write(tx: &Tx, ready: &Ready, numbers: &DocumentNumbers, cx: &Context) -> Result<bool> {
    let id = ready.header.id;
    let completed = ready.completes();
    if completed {
        line::Entity::delete_many().filter(line::Column::DocumentId.eq(id)).exec(tx).await?;
        header::Entity::delete_by_id(id).exec(tx).await?;
        search::forget::<header::Entity>(tx, &[id]).await?;
    } else {
        keep_lines(tx, ready).await?;
        keep_header(tx, ready, numbers, cx).await?;
    }
    let moved = ready.lines.iter().filter(|line| line.goods.is_some() && !line.ship.is_zero());
    availability::mark(tx, moved.filter_map(|line| line.line.place()), cx).await?;
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(completed)
}

async fn keep_lines(tx: &Tx, ready: &Ready) -> Result<()> {
    use line::Column;
    let mut rows = Vec::with_capacity(ready.lines.len());
    for posted in ready.lines.iter().filter(|line| line.posting.is_some()) {
        let mut line = posted.line.clone();
        line.take_reserved(posted.base_to_ship()?);
        line.quantity_shipped += posted.ship;
        line.quantity_invoiced += posted.invoice;
        line.plan_the_rest();
        rows.push(line.into_active_model().reset_all());
    }
    let update = [
        Column::QuantityShipped,
        Column::QuantityInvoiced,
        Column::QuantityToShip,
        Column::QuantityToInvoice,
        Column::ReservedQuantity,
    ];
    upsert_many(tx, rows, &[Column::Id], &update).await?;
    Ok(())
}

async fn keep_header(tx: &Tx, ready: &Ready, numbers: &DocumentNumbers, cx: &Context) -> Result<()> {
    let old = ready.header.clone();
    let (shipment, posting) = (numbers.shipment.clone(), numbers.posting.clone());
    let header = header::Model {
        vat_reporting_date: ready.kept_vat_date,
        status: Status::Released,
        job_queue_status: JobQueueStatus::None,
        job_queue_entry_id: None,
        // A number that was drawn and not given now is given next time.
        shipping_number: if shipment.is_some() { Code::blank() } else { old.shipping_number },
        posting_number: if posting.is_some() { Code::blank() } else { old.posting_number },
        last_shipping_number: shipment.unwrap_or(old.last_shipping_number),
        last_posting_number: posting.unwrap_or(old.last_posting_number),
        last_modified_date_time: cx.now,
        version: old.version + 1,
        ..old
    };
    search::keep::<header::Entity>(tx, [&header]).await?;
    header.into_active_model().reset_all().update(tx).await?;
    Ok(())
}
