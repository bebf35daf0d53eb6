use std::collections::HashMap;

use access::{Action, Area, Principal};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;

use super::create::create;
use super::run::{failed, keep};
use super::setup::Setup;
use crate::orders::mapping::{By, Ground};
use crate::products::chosen::ids;
use crate::products::staged;
use crate::products::staged::product::{Column, Entity, Model};
use crate::{Connector, Error, shops};

/// What has come of products that a person wants to be items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Products of which items were made, or whose items were there.
    pub created: u64,
    /// Products of which none could be made; each says why.
    pub failed: u64,
}

/// Makes items of chosen products, each in a transaction of its own. What stands against one is written on it.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there; a missing permission; when the database fails.
pub async fn create_chosen(connector: &Connector, by: &Principal, chosen: &[Uuid]) -> Result<Made, Error> {
    by.require(Area::BackOffice, Action::Change)?;
    let chosen = ids(chosen, "Shopify products")?;
    let read = |r| {
        let query =
            Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::ShopifyProductId);
        async move { database::Result::<_>::Ok(query.all(&r).await?) }
    };
    let products: Vec<Model> = connector.db().read(read).await?;
    if let Some(id) = chosen.iter().find(|id| products.iter().all(|product| product.id != **id)) {
        return Err(Error::Chosen(format!("there is no Shopify product with the id {id}")));
    }
    let mut made = Made::default();
    let mut shops_read: HashMap<Code<20>, (Ground, Setup)> = HashMap::new();
    for product in &products {
        let now = connector.clock().now();
        let code = &product.shop_code;
        if !shops_read.contains_key(code) {
            let by = &By { user: by.user_name.clone(), run: Uuid::nil(), now };
            let ground = |r| async move {
                let shop = shops::find(&r, code.as_str()).await?;
                let setup = Setup::read(&r, &shop, now).await?;
                Ok::<_, Error>((Ground::on(&r, shop, by, connector.random()).await?, setup))
            };
            shops_read.insert(code.clone(), connector.db().read(ground).await?);
        }
        let Some((ground, setup)) = shops_read.get(code) else { continue };
        let ground = &Ground { now, ..ground.clone() };
        let id = product.shopify_product_id;
        let make = |tx| async move {
            let Some(before) = staged::by_ids(&tx, &ground.shop.code, &[id]).await?.pop() else { return Ok(()) };
            let mut whole = before.clone();
            create(&tx, ground, setup, &mut whole).await?;
            keep(&tx, ground, true, &before, whole).await.map(|_| ())
        };
        match connector.db().write(make).await {
            Ok(()) => made.created += 1,
            Err(why) if why.is_of_the_record() => {
                made.failed += 1;
                let why = &why;
                connector.db().write(|tx| async move { failed(&tx, ground, id, why).await }).await?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(made)
}
