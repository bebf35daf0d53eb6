use access::Principal;
use back_office::sales::{self, Status};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::entry::entry;
use super::resolve::{require, settled};
use super::{Column, Entity, on_document};
use crate::orders::mapping::{Ground, map_again};
use crate::orders::process::new_order;
use crate::orders::staged::{self, order};
use crate::orders::totals::{DocumentTotals, difference};
use crate::{Connector, Error, shops};

/// See [`Settlement::Apply`](super::Settlement::Apply).
pub(super) async fn apply(connector: &Connector, tx: &Tx, by: &Principal, order: &order::Model) -> Result<(), Error> {
    require(order)?;
    take_over(connector, tx, by, order).await?;
    let nothing = serde_json::json!({});
    connector.audit().record_about(tx, by, "order conflict applied", order.about(), nothing).await?;
    Ok(())
}

async fn take_over(connector: &Connector, tx: &Tx, by: &Principal, order: &order::Model) -> Result<(), Error> {
    let name = &order.shopify_order_number;
    if order.cancelled_at.is_some() {
        return Err(Error::OrderState(format!("{name} was cancelled in Shopify: close its document instead")));
    }
    let (header, lines) = on_document::open(tx, order).await?;
    let shop = shops::find(tx, order.shop_code.as_str()).await?;
    let ground = Ground::of(connector, tx, by, shop).await?.of_document(order);
    let sales = staged::read_sales(tx, vec![order.clone()]).await?;
    let Some(told) = sales.first() else { return Ok(()) };
    let (sale, causes) = map_again(tx, &ground, told).await?;
    if !causes.is_empty() {
        let causes: Vec<String> = causes.iter().map(|cause| format!("{cause} {}", cause.remedy())).collect();
        return Err(Error::OrderState(format!("{name} can't be taken over: {}", causes.join(" "))));
    }
    let wanted = new_order(&ground, &sale)?;
    if !on_document::sells(&wanted) {
        return Err(Error::OrderState(format!("nothing of {name} is sold any more: close its document instead")));
    }
    let updates = Entity::find().filter(Column::OrderId.eq(order.id)).all(tx).await?;
    let changed: Vec<_> = updates.iter().map(|update| (update.part, update.line_id.as_str())).collect();
    let entry = entry((&header, &lines), &wanted, &changed)?;

    let context = ground.sales_context();
    let setup = sales::Setup::read(tx).await?;
    if header.status == Status::Released {
        sales::reopen(tx, header.id, ground.now).await?;
    }
    let document = sales::enter(tx, &setup, header.id, None, &entry, &context).await?;
    if header.status == Status::Released {
        // As it was entered: it comes to what the order comes to.
        let kept_open = sales::release_made(tx, &[header.id], &context).await?.kept_open;
        if let Some(why) = kept_open.into_values().next() {
            return Err(why.into());
        }
    }
    let totals = DocumentTotals { vat: document.vat_amount, including_vat: document.amount_including_vat };
    let (amount, reason) = difference(&sale, ground.shop.currency_handling, &totals).unwrap_or_default();
    let proven =
        order::ActiveModel { difference_amount: Set(amount), difference_reason: Set(reason), ..Default::default() };
    settled(tx, order, proven).await
}
