use back_office::currencies::{Column, Entity, Model};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use values::Code;

use crate::Error;

/// The currencies of the back office, which Shopify knows by their ISO codes.
#[derive(Debug, Default)]
pub(crate) struct Currencies(Vec<Model>);

impl Currencies {
    /// All of them.
    pub(crate) async fn read(c: &impl ConnectionTrait) -> Result<Self, Error> {
        Ok(Self(Entity::find().order_by_asc(Column::Code).all(c).await?))
    }

    /// The currency that has this ISO code, the first of several; else the one whose code it is.
    pub(crate) fn find(&self, iso: &Code<10>) -> Option<&Code<10>> {
        let of_iso = self.0.iter().find(|one| one.iso_code == *iso);
        of_iso.or_else(|| self.0.iter().find(|one| one.code == *iso)).map(|one| &one.code)
    }
}
