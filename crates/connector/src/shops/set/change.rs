use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::agree::agree;
use super::check::check;
use super::fields::put;
use super::follow::follow;
use super::numbers::numbers;
use crate::shops::entity::{Entity, Model};
use crate::shops::hold;
use crate::{Connector, Error, stock};

/// Changes fields of a shop card: all of them, or none where one is refused.
///
/// # Errors
/// [`Error::NoField`] names the fields there are, [`Error::Field`] says why a value is refused.
pub async fn set(
    connector: &Connector,
    by: &Principal,
    code: &str,
    changes: &[(String, String)],
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx| async move {
        let shop = hold(&tx, code).await?;
        change(connector, &tx, by, shop, changes).await
    };
    connector.db().write(write).await
}

/// The same for a card that the caller holds in its transaction: all of its fields are written.
///
/// # Errors
/// As [`set`].
pub async fn change(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    mut shop: Model,
    changes: &[(String, String)],
) -> Result<Model, Error> {
    let before = shop.clone();
    for (field, value) in changes {
        put(&mut shop, field, value)?;
        follow(&mut shop, field);
        check(tx, &shop, field).await?;
    }
    agree(&shop)?;
    numbers(tx, &shop, changes).await?;
    let shop = shop.into_active_model().reset_all().update(tx).await?;
    if shop.allow_outgoing_requests && !before.allow_outgoing_requests {
        // What has changed meanwhile was compared and not sent.
        stock::look_at_all_again(tx, &shop.code).await?;
    }
    connector.audit().changed::<Entity>(tx, by, shop.code.as_str(), Some(&before), Some(&shop)).await?;
    tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
    Ok(shop)
}
