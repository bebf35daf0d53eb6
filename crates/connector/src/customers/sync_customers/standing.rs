//! How far a store's customers have been read, by whichever of its cards.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::customers::import::Which;
use crate::shops::options::CustomerImport;
use crate::watermark::Kind;
use crate::{Error, shops, watermark};

/// What is read of a store, and from where on.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// Which customers are staged.
    pub which: Which,
    /// How far those have been read.
    pub watermark: watermark::Model,
}

/// What a card that wants `which` reads: all of them, where another card of the store wants all, so that what changed is read
/// once for both. Known ones go on from where all were read to, if they once were.
pub(super) async fn standing(c: &impl ConnectionTrait, shop: &shops::Model, which: Which) -> Result<Standing, Error> {
    let store = shop.domain.as_str();
    let all = watermark::of(c, store, Kind::Customers).await?;
    if which == Which::All || is_all_wanted(c, store).await? {
        return Ok(Standing { which: Which::All, watermark: all });
    }
    let known = watermark::of(c, store, Kind::KnownCustomers).await?;
    let last_updated_at = known.last_updated_at.max(all.last_updated_at.filter(|_| all.first_read_to.is_some()));
    Ok(Standing { which, watermark: watermark::Model { last_updated_at, ..known } })
}

/// Whether a card of the store that is at work wants all of its customers.
async fn is_all_wanted(c: &impl ConnectionTrait, store: &str) -> Result<bool, Error> {
    use shops::{Column, Entity};
    let wanting = Entity::find()
        .filter(Column::Domain.eq(store))
        .filter(Column::Enabled.eq(true))
        .filter(Column::CustomerImportFromShopify.eq(CustomerImport::AllCustomers));
    Ok(wanting.one(c).await?.is_some())
}
