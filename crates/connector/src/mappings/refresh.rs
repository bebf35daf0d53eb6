//! The names that a store has set up for payment terms and ways of sending goods: read when a shop is enabled, and when a
//! person asks for it. What people have mapped stays; a name that the store does not use any more stays, too, since its
//! older orders have it.

use std::collections::{HashMap, HashSet};

use access::{Action, Area, Principal};
use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use shopify::documents::delivery;
use shopify::documents::payment_terms::{self as templates, PaymentTermsTemplate};
use values::Code;

use super::{payment_terms, shipment_method};
use crate::orders::import::{cut, number, option};
use crate::orders::options::PaymentTermsType;
use crate::shops::lists::{Refreshed, asked};
use crate::{Connector, Error, shops};

/// The access scope for payment terms.
pub(crate) const PAYMENT_TERMS_SCOPE: &str = "read_payment_terms";
/// The access scope for ways of sending goods.
pub(crate) const SHIPMENT_METHODS_SCOPE: &str = "read_shipping";

/// As long as a name may be on an order.
const NAME: usize = 50;

/// What tells the payment terms of a shop apart: their type and name, as orders say them.
type Terms = (PaymentTermsType, String);

/// Reads the payment terms that a shop's store can give an order: one call.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NoScope`], and why the store does not answer.
pub async fn refresh_payment_terms(connector: &Connector, by: &Principal, shop: &str) -> Result<Refreshed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    refresh_payment_terms_for(connector, &asked(connector, shop, PAYMENT_TERMS_SCOPE).await?).await
}

/// Reads the ways in which a shop's store sends goods: a call for twelve delivery profiles.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NoScope`], and why the store does not answer.
pub async fn refresh_shipment_methods(connector: &Connector, by: &Principal, shop: &str) -> Result<Refreshed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    refresh_shipment_methods_for(connector, &asked(connector, shop, SHIPMENT_METHODS_SCOPE).await?).await
}

/// The same for a shop whose app may read them.
pub(crate) async fn refresh_payment_terms_for(connector: &Connector, shop: &shops::Model) -> Result<Refreshed, Error> {
    let client = connector.client(shop).await?.urgent();
    let said = templates::templates(&client).await?;
    let terms = |one: &PaymentTermsTemplate| (option(&one.payment_terms_type), cut(&one.name, NAME));
    let said: &HashMap<Terms, PaymentTermsTemplate> = &said.into_iter().map(|one| (terms(&one), one)).collect();
    connector.db().write(|tx| async move { keep_payment_terms(connector, &tx, &shop.code, said).await }).await
}

/// The same for a shop whose app may read them.
pub(crate) async fn refresh_shipment_methods_for(
    connector: &Connector,
    shop: &shops::Model,
) -> Result<Refreshed, Error> {
    let client = connector.client(shop).await?.urgent();
    let said = delivery::method_names(&client).await?;
    let said: HashSet<String> = said.iter().map(|name| cut(name, NAME)).filter(|name| !name.is_empty()).collect();
    let said = &said;
    connector.db().write(|tx| async move { keep_shipment_methods(connector, &tx, &shop.code, said).await }).await
}

/// Keeps what the store has said, and what people have said of each.
async fn keep_payment_terms(
    connector: &Connector,
    tx: &Tx,
    shop: &Code<20>,
    said: &HashMap<Terms, PaymentTermsTemplate>,
) -> Result<Refreshed, Error> {
    use payment_terms::{Column, Entity, Model};
    let known = Entity::find().filter(Column::ShopCode.eq(shop.clone())).all(tx).await?;
    let known: HashMap<Terms, Model> =
        known.into_iter().map(|row| ((row.kind.clone(), row.name.clone()), row)).collect();
    let mut told = Refreshed { found: said.len() as u64, ..Refreshed::default() };
    let (mut rows, mut changed) = (Vec::new(), Vec::new());
    for (terms, template) in said {
        let (before, (kind, name)) = (known.get(terms), terms);
        let new = || {
            let id = connector.random().id(connector.clock().now());
            super::see::new_payment_terms(id, shop, kind, name)
        };
        let row = Model {
            shopify_payment_terms_id: number(&template.id),
            due_in_days: template.due_in_days.unwrap_or_default(),
            description: cut(&template.description, NAME),
            ..before.cloned().unwrap_or_else(new)
        };
        match before {
            Some(before) if *before == row => continue,
            Some(_) => changed.push(row.id),
            None => told.new += 1,
        }
        rows.push(row.into_active_model());
    }
    told.changed = changed.len() as u64;
    if !rows.is_empty() {
        let of_shopify = [Column::ShopifyPaymentTermsId, Column::DueInDays, Column::Description];
        upsert_many(tx, rows, &[Column::ShopCode, Column::Kind, Column::Name], &of_shopify).await?;
        tx.changed::<Entity>(&changed).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(told)
}

async fn keep_shipment_methods(
    connector: &Connector,
    tx: &Tx,
    shop: &Code<20>,
    said: &HashSet<String>,
) -> Result<Refreshed, Error> {
    use shipment_method::{Column, Entity};
    let known = Entity::find().select_only().column(Column::Name).filter(Column::ShopCode.eq(shop.clone()));
    let known: HashSet<String> = known.into_tuple().all(tx).await?.into_iter().collect();
    let new = said.difference(&known);
    let row = |name: &String| {
        let id = connector.random().id(connector.clock().now());
        super::see::new_shipment_method(id, shop, name).into_active_model()
    };
    let rows: Vec<_> = new.map(row).collect();
    let told = Refreshed { found: said.len() as u64, new: rows.len() as u64, changed: 0 };
    if !rows.is_empty() {
        upsert_many(tx, rows, &[Column::ShopCode, Column::Name], &[]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(told)
}
