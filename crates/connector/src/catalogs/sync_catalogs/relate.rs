//! For whom catalogs are: their markets, and the locations of their companies.

use std::collections::{BTreeMap, BTreeSet};

use database::{Tx, insert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::fetch::{Named, Told};
use crate::Error;
use crate::catalogs::staged::{location, market};
use crate::orders::mapping::Ground;

/// Writes down for which markets catalogs are; gives those for which that has changed.
pub(super) async fn relate_markets(tx: &Tx, ground: &Ground, staged: &[(Uuid, &Told)]) -> Result<Vec<Uuid>, Error> {
    use market::{Column, Entity, Model};
    let known = staged.iter().filter_map(|(id, told)| Some((*id, told.markets.as_ref()?)));
    let ids: Vec<Uuid> = known.clone().map(|(id, _)| id).collect();
    let before = Entity::find().filter(Column::CatalogId.is_in(ids)).all(tx).await?;
    let before = before.into_iter().map(|one| (one.catalog_id, (one.shopify_market_id, one.market_name)));
    let now = known.flat_map(|(id, markets)| markets.iter().map(move |one| (id, one.clone())));
    let (changed, rows) = differing(before, now);
    Entity::delete_many().filter(Column::CatalogId.is_in(changed.iter().copied())).exec(tx).await?;
    let row = |(catalog_id, (shopify_market_id, market_name))| Model {
        id: ground.random.id(ground.now),
        catalog_id,
        shopify_market_id,
        market_name,
    };
    insert_many(tx, rows.into_iter().map(row).map(IntoActiveModel::into_active_model).collect()).await?;
    Ok(changed)
}

/// Writes down for which locations of companies catalogs are; gives those for which that has changed.
pub(super) async fn relate_locations(tx: &Tx, ground: &Ground, staged: &[(Uuid, &Told)]) -> Result<Vec<Uuid>, Error> {
    use location::{Column, Entity, Model};
    let ids: Vec<Uuid> = staged.iter().map(|(id, _)| *id).collect();
    let before = Entity::find().filter(Column::CatalogId.is_in(ids)).all(tx).await?;
    let before = before.into_iter().map(|one| (one.catalog_id, (one.shopify_location_id, one.location_name)));
    let now = staged.iter().flat_map(|(id, told)| told.locations.iter().map(move |one| (*id, one.clone())));
    let (changed, rows) = differing(before, now);
    Entity::delete_many().filter(Column::CatalogId.is_in(changed.iter().copied())).exec(tx).await?;
    let row = |(catalog_id, (shopify_location_id, location_name))| Model {
        id: ground.random.id(ground.now),
        catalog_id,
        shopify_location_id,
        location_name,
    };
    insert_many(tx, rows.into_iter().map(row).map(IntoActiveModel::into_active_model).collect()).await?;
    Ok(changed)
}

/// The catalogs for which what is told now is not what was told before, and all that is told of them.
fn differing(
    before: impl Iterator<Item = (Uuid, Named)>,
    now: impl Iterator<Item = (Uuid, Named)>,
) -> (Vec<Uuid>, Vec<(Uuid, Named)>) {
    let mut of_catalogs: BTreeMap<Uuid, (BTreeSet<Named>, BTreeSet<Named>)> = BTreeMap::new();
    for (id, one) in before {
        of_catalogs.entry(id).or_default().0.insert(one);
    }
    for (id, one) in now {
        of_catalogs.entry(id).or_default().1.insert(one);
    }
    of_catalogs.retain(|_, (before, now)| before != now);
    let changed = of_catalogs.keys().copied().collect();
    let rows = of_catalogs.into_iter().flat_map(|(id, (_, now))| now.into_iter().map(move |one| (id, one)));
    (changed, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_told_otherwise_is_written_anew() {
        let [same, changed, gone] = [1, 2, 3].map(Uuid::from_u128);
        let one = |id, number, name: &str| (id, (number, name.to_owned()));
        let before = [one(same, 1, "Norway"), one(changed, 1, "Norway"), one(gone, 2, "Sweden")];
        let now = [one(same, 1, "Norway"), one(changed, 1, "Norge"), one(changed, 2, "Sweden")];
        let (differ, rows) = differing(before.into_iter(), now.into_iter());
        assert_eq!(differ, [changed, gone]);
        assert_eq!(rows, [one(changed, 1, "Norge"), one(changed, 2, "Sweden")]);
    }
}
