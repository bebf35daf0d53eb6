use access::Principal;
use back_office::sales;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use values::Code;
use values::money::Amount;

use super::on_document;
use super::resolve::settled;
use crate::orders::document_links;
use crate::orders::mapping::Ground;
use crate::orders::options::DifferenceReason;
use crate::orders::process::new_order;
use crate::orders::staged::{self, order};
use crate::{Connector, Error, shops};

/// See [`Settlement::CloseDocument`](super::Settlement::CloseDocument).
pub(super) async fn close(connector: &Connector, tx: &Tx, by: &Principal, order: &order::Model) -> Result<(), Error> {
    let number = &order.shopify_order_number;
    if order.cancelled_at.is_none() && is_sold(connector, tx, by, order).await? {
        return Err(Error::OrderState(format!(
            "{number} was not cancelled in Shopify, and something of it is sold still: its document stays open"
        )));
    }
    let (header, _) = on_document::open(tx, order).await?;
    check_credits(tx, order).await?;
    let context = &sales::Context {
        now: connector.clock().now(),
        random: connector.random().clone(),
        user: by.user_name.clone(),
    };
    sales::delete(tx, header.id, None, context).await?;
    let without = order::ActiveModel {
        sales_order_number: Set(Code::blank()),
        sales_invoice_number: Set(Code::blank()),
        difference_amount: Set(Amount::ZERO),
        difference_reason: Set(DifferenceReason::Blank),
        ..Default::default()
    };
    settled(tx, order, without).await?;
    let detail = serde_json::json!({ "document": header.number.as_str() });
    let what = match order.cancelled_at {
        Some(_) => "document of a cancelled order deleted",
        None => "document of an order that sells nothing deleted",
    };
    connector.audit().record_about(tx, by, what, order.about(), detail).await?;
    Ok(())
}

/// Whether anything of the order is sold still.
async fn is_sold(connector: &Connector, tx: &Tx, by: &Principal, order: &order::Model) -> Result<bool, Error> {
    let shop = shops::find(tx, order.shop_code.as_str()).await?;
    let ground = Ground::of(connector, tx, by, shop).await?.of_document(order);
    let sales = staged::read_sales(tx, vec![order.clone()]).await?;
    let Some(sale) = sales.first() else { return Ok(false) };
    Ok(on_document::sells(&new_order(&ground, sale)?))
}

/// What was never sold must not be credited either.
async fn check_credits(tx: &Tx, order: &order::Model) -> Result<(), Error> {
    use document_links::{Column, Entity, ShopifyDocument};
    let credits = Entity::find()
        .filter(Column::OrderId.eq(order.id))
        .filter(Column::ShopifyDocumentType.eq(ShopifyDocument::Refund))
        .order_by_asc(Column::DocumentNumber);
    let Some(credit) = credits.one(tx).await? else { return Ok(()) };
    let (number, document) = (&order.shopify_order_number, credit.document_type.caption());
    let what_to_do = match credit.document_type.is_posted() {
        true => "post the document of the order, too, and mark the conflict as resolved",
        false => "delete that first, or post both and mark the conflict as resolved",
    };
    Err(Error::OrderState(format!(
        "a refund of {number} has the {document} {}, which would credit what was never sold: {what_to_do}",
        credit.document_number
    )))
}
