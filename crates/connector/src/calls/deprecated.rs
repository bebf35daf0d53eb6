//! Deprecated members of Shopify's schema that are in use, as the store says in its responses.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx, upsert_many};
use runtime::Random;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::Error;

/// The deprecated members of one document.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_deprecated_member")]
#[record(name = "shopifyDeprecatedMembers", caption = "Deprecated Member of Shopify")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "use")]
    pub shop_code: Code<20>,
    /// The document that uses them.
    #[sea_orm(unique_key = "use")]
    pub document: String,
    /// Which they are, as `Shop.products, Order.email`.
    pub members: String,
    /// The version of the Admin API that says so.
    #[record(caption = "API Version")]
    pub api_version: String,
    /// When it was first said.
    pub first_seen_at: ChronoDateTimeUtc,
    /// The day on which it was last said, by its first call.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub last_seen_at: ChronoDateTimeUtc,
}

/// It has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// That a document uses deprecated members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) shop_code: Code<20>,
    pub(super) document: &'static str,
    pub(super) members: String,
    pub(super) api_version: String,
    pub(super) at: DateTime<Utc>,
}

/// Writes them down: one row for each shop and document.
pub(super) async fn record(tx: &Tx, random: &Random, uses: Vec<Use>) -> Result<(), Error> {
    // Several for one document become one, since a statement can't write a row twice.
    let mut latest = BTreeMap::<_, (DateTime<Utc>, Use)>::new();
    for one in uses {
        let key = (one.shop_code.clone(), one.document);
        let first = latest.get(&key).map_or(one.at, |(first, _)| *first);
        latest.insert(key, (first, one));
    }
    let rows: Vec<ActiveModel> = latest.into_values().map(|(first, one)| row(first, one, random)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let key = [Column::ShopCode, Column::Document];
    upsert_many(tx, rows, &key, &[Column::Members, Column::ApiVersion, Column::LastSeenAt]).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}

fn row(first_seen_at: DateTime<Utc>, one: Use, random: &Random) -> ActiveModel {
    let Use { shop_code, document, members, api_version, at: last_seen_at } = one;
    let (id, document) = (random.id(first_seen_at), document.to_owned());
    Model { id, shop_code, document, members, api_version, first_seen_at, last_seen_at }.into_active_model()
}
