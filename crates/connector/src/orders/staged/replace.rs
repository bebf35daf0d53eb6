use database::{Tx, insert_many, search};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{
    Document, additional_fee, attribute, fulfillment, line, line_attribute, order, risk, shipping_charge, tax_line,
    transaction,
};
use crate::Error;

/// Takes orders away with all that belongs to them, so that they can be inserted anew: one statement per table,
/// however many orders.
pub async fn delete(tx: &Tx, orders: &[Uuid]) -> Result<(), Error> {
    if orders.is_empty() {
        return Ok(());
    }
    let ids = || orders.iter().copied();
    line::Entity::delete_many().filter(line::Column::OrderId.is_in(ids())).exec(tx).await?;
    line_attribute::Entity::delete_many().filter(line_attribute::Column::OrderId.is_in(ids())).exec(tx).await?;
    tax_line::Entity::delete_many().filter(tax_line::Column::OrderId.is_in(ids())).exec(tx).await?;
    shipping_charge::Entity::delete_many().filter(shipping_charge::Column::OrderId.is_in(ids())).exec(tx).await?;
    additional_fee::Entity::delete_many().filter(additional_fee::Column::OrderId.is_in(ids())).exec(tx).await?;
    attribute::Entity::delete_many().filter(attribute::Column::OrderId.is_in(ids())).exec(tx).await?;
    transaction::Entity::delete_many().filter(transaction::Column::OrderId.is_in(ids())).exec(tx).await?;
    fulfillment::Entity::delete_many().filter(fulfillment::Column::OrderId.is_in(ids())).exec(tx).await?;
    risk::Entity::delete_many().filter(risk::Column::OrderId.is_in(ids())).exec(tx).await?;
    order::Entity::delete_many().filter(order::Column::Id.is_in(ids())).exec(tx).await?;
    search::forget::<order::Entity>(tx, orders).await?;
    Ok(())
}

/// Inserts orders with all that belongs to them: one statement per table and bind limit.
pub async fn insert(tx: &Tx, documents: Vec<Document>) -> Result<(), Error> {
    let mut orders = Vec::with_capacity(documents.len());
    let (mut lines, mut charges, mut fees, mut tax_lines) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut attributes, mut of_lines, mut transactions, mut risks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut fulfillments = Vec::new();
    for document in documents {
        orders.push(document.sale.order);
        lines.extend(document.sale.lines.into_iter().map(IntoActiveModel::into_active_model));
        charges.extend(document.sale.shipping_charges.into_iter().map(IntoActiveModel::into_active_model));
        fees.extend(document.sale.additional_fees.into_iter().map(IntoActiveModel::into_active_model));
        tax_lines.extend(document.told.tax_lines.into_iter().map(IntoActiveModel::into_active_model));
        attributes.extend(document.told.attributes.into_iter().map(IntoActiveModel::into_active_model));
        of_lines.extend(document.told.line_attributes.into_iter().map(IntoActiveModel::into_active_model));
        fulfillments.extend(document.told.fulfillments.into_iter().map(IntoActiveModel::into_active_model));
        transactions.extend(document.sale.transactions.into_iter().map(IntoActiveModel::into_active_model));
        risks.extend(document.told.risks.into_iter().map(IntoActiveModel::into_active_model));
    }
    search::keep::<order::Entity>(tx, &orders).await?;
    insert_many(tx, orders.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    insert_many(tx, lines).await?;
    insert_many(tx, of_lines).await?;
    insert_many(tx, tax_lines).await?;
    insert_many(tx, charges).await?;
    insert_many(tx, fees).await?;
    insert_many(tx, attributes).await?;
    insert_many(tx, transactions).await?;
    insert_many(tx, fulfillments).await?;
    insert_many(tx, risks).await?;
    Ok(())
}
