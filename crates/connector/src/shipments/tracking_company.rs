//! The carriers that Shopify knows by name: of these it makes the address by which a parcel is followed. Any other name may be
//! given all the same.

use database::Record;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// A carrier that Shopify knows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_tracking_company")]
#[record(name = "shopifyTrackingCompanies", caption = "Shopify Tracking Company")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name, to the letter.
    #[sea_orm(unique)]
    #[record(sort)]
    pub name: String,
}

/// A carrier has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The names, as Shopify documents them for `FulfillmentTrackingInfo.company`: a line each.
const KNOWN: &str = include_str!("tracking_companies.txt");

/// Puts them into the table that was just created.
///
/// # Errors
/// When the database fails.
pub(crate) async fn fill(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let rows = (1_u128..).zip(KNOWN.lines()).map(|(number, name)| {
        let row = Model { id: Uuid::from_u128(number), name: name.to_owned() };
        row.into_active_model()
    });
    Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::KNOWN;

    #[test]
    fn each_carrier_is_named_once() {
        let names: Vec<&str> = KNOWN.lines().collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| !name.is_empty() && name.trim() == *name));
        for spelt in ["New Zealand Post", "Japan Post (EN)", "Lietuvos Paštas", "ShipBob", "DHL Express", "Bring"] {
            assert!(names.contains(&spelt), "{spelt}");
        }
    }
}
