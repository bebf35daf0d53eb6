use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::entity::{Column, Entity, Model};
use super::{State, Step};
use crate::shops::options::{SkuMapping, SyncItem};
use crate::{Connector, Error, shops};

/// What a shop begins with that is not at work yet: nothing is changed in its store, and its products are read and mapped
/// to the items that are there. What a person has chosen on the card stays: it may be one that is only disabled for a while.
fn beginning(shop: &shops::Model) -> Vec<(String, String)> {
    let fields = [
        (true, "allowOutgoingRequests", "false"),
        (shop.sync_item == SyncItem::Blank, "syncItem", "From Shopify"),
        (shop.sku_mapping == SkuMapping::Blank, "skuMapping", "Item No."),
    ];
    let begins = fields.into_iter().filter(|(is_open, _, _)| *is_open);
    begins.map(|(_, field, value)| (field.to_owned(), value.to_owned())).collect()
}

/// How far a shop has come; nothing: the guide was never begun for it.
///
/// # Errors
/// [`Error::NoShop`].
pub async fn state(connector: &Connector, shop: &str) -> Result<Option<State>, Error> {
    let read = |r| async move {
        let shop = shops::find(&r, shop).await?;
        Ok::<_, Error>(Entity::find_by_id(shop.id).one(&r).await?)
    };
    connector.db().read(read).await
}

/// Begins the guide for a shop, or goes on with it. A shop that is not enabled yet may change nothing in its store from now
/// on, until it goes live, and only maps products unless its card says otherwise; one that is at work already is left as it
/// is.
///
/// # Errors
/// [`Error::NoShop`], a missing permission.
pub async fn begin(connector: &Connector, by: &Principal, shop: &str) -> Result<State, Error> {
    by.require(Area::Shops, Action::Change)?;
    let now = connector.clock().now();
    let write = |tx: Tx| async move {
        let shop = shops::hold(&tx, shop).await?;
        if let Some(begun) = Entity::find_by_id(shop.id).one(&tx).await? {
            return Ok(begun);
        }
        let new =
            Model { shop_id: shop.id, step: Step::default(), begun_at: now, live_at: None, live_by: String::new() };
        Entity::insert(new.clone().into_active_model()).exec_without_returning(&tx).await?;
        connector.audit().record_about(&tx, by, "guided set-up begun", shop.about(), serde_json::json!({})).await?;
        if !shop.enabled {
            let changes = beginning(&shop);
            shops::change(connector, &tx, by, shop, &changes).await?;
        }
        Ok::<_, Error>(new)
    };
    connector.db().write(write).await
}

/// Keeps the step at which a person is.
///
/// # Errors
/// [`Error::NoShop`], a missing permission; [`Error::Given`] when the guide was not begun.
pub async fn come_to(connector: &Connector, by: &Principal, shop: &str, step: Step) -> Result<State, Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx: Tx| async move {
        let shop = shops::find(&tx, shop).await?;
        let state = begun(&tx, &shop).await?;
        let mut row = state.into_active_model();
        row.step = Set(step);
        let state = row.update(&tx).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok::<_, Error>(state)
    };
    connector.db().write(write).await
}

/// The guide of a shop.
pub(super) async fn begun(tx: &Tx, shop: &shops::Model) -> Result<State, Error> {
    let found = Entity::find().filter(Column::ShopId.eq(shop.id)).one(tx).await?;
    found.ok_or_else(|| Error::Given {
        name: "step",
        reason: format!("the guided set-up of the shop {} was not begun: begin it first", shop.code),
    })
}
