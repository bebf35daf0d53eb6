//! New buyers of the states of the one-stop shop become customers from the templates of their states.

use back_office::vat::oss::Plan;
use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;

use crate::customers::countries::{self, Column, Entity, Model};
use crate::{Connector, Error};

/// Chooses the template of each state for its country, where nobody has chosen one. Returns for how many countries.
///
/// # Errors
/// When the database fails.
pub(super) async fn choose(tx: &Tx, connector: &Connector, shop: &Code<20>, plan: &Plan) -> Result<u64, Error> {
    let iso = |country: &Code<2>| Code::<20>::cut(country.as_str());
    let wanted: Vec<Code<20>> = plan.countries.iter().map(|country| iso(&country.country)).collect();
    countries::insert(tx, connector.random(), connector.clock().now(), shop, wanted.iter()).await?;
    let blank = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::CountryRegionCode.is_in(wanted))
        .filter(Column::CustomerTemplateCode.eq(""))
        .lock_exclusive()
        .all(tx)
        .await?;
    let chosen = blank.into_iter().filter_map(|row| {
        let country = plan.countries.iter().find(|country| iso(&country.country) == row.country_region_code)?;
        Some(Model { customer_template_code: country.group.clone(), ..row })
    });
    let chosen: Vec<_> = chosen.map(|row| row.into_active_model().reset_all()).collect();
    let changed = chosen.len() as u64;
    if changed > 0 {
        upsert_many(tx, chosen, &[Column::Id], &[Column::CustomerTemplateCode]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(changed)
}
