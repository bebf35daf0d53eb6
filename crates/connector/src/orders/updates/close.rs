use access::{Action, Area, Principal};
use back_office::sales;
use database::Tx;
use sea_orm::Set;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::on_document;
use super::resolve::settle;
use crate::orders::options::DifferenceReason;
use crate::orders::staged::order;
use crate::{Connector, Error};

/// Deletes the open document of an order that was cancelled in Shopify. The order stays processed, so that none is made of
/// it again.
///
/// # Errors
/// [`Error::OrderState`] when the order is not there or was not cancelled, and what to do where it has no open document or a
/// part of it is posted.
pub async fn close(connector: &Connector, by: &Principal, id: Uuid) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let context = &sales::Context {
        now: connector.clock().now(),
        random: connector.random().clone(),
        user: by.user_name.clone(),
    };
    let write = |tx: Tx| async move {
        let order = on_document::order(&tx, id).await?;
        if order.cancelled_at.is_none() {
            let number = &order.shopify_order_number;
            return Err(Error::OrderState(format!("{number} was not cancelled in Shopify: its document stays open")));
        }
        let (header, _) = on_document::open(&tx, &order).await?;
        sales::delete(&tx, header.id, None, context).await?;
        let without = order::ActiveModel {
            sales_order_number: Set(Code::blank()),
            sales_invoice_number: Set(Code::blank()),
            difference_amount: Set(Amount::ZERO),
            difference_reason: Set(DifferenceReason::Blank),
            ..Default::default()
        };
        settle(&tx, &order, without).await?;
        let detail = serde_json::json!({ "document": header.number.as_str() });
        connector
            .audit()
            .record(&tx, by, "document of a cancelled order deleted", &order.shopify_order_number, detail)
            .await?;
        Ok(())
    };
    connector.db().write(write).await
}
