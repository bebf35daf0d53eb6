//! How far a store's companies have been read, by whichever of its cards.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::shops::options::CompanyImport;
use crate::watermark::Kind;
use crate::{Error, shops, watermark};

/// What is read of a store, and from where on.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// Whether all companies are read, or those that are known; none: neither.
    pub wants_all: Option<bool>,
    /// How far they have been read.
    pub watermark: watermark::Model,
}

/// What a card reads, beside companies that are named or were not read when an order named them: all of them, where another
/// card of the store wants all, so that what changed is read once for both and nothing is left out that the other wants.
pub(super) async fn standing(c: &impl ConnectionTrait, shop: &shops::Model) -> Result<Standing, Error> {
    let store = shop.domain.as_str();
    let wants_all = match shop.company_import_from_shopify {
        CompanyImport::AllCompanies => Some(true),
        CompanyImport::WithOrderImport if shop.shopify_can_update_companies => Some(is_all_wanted(c, store).await?),
        CompanyImport::WithOrderImport | CompanyImport::None => None,
    };
    Ok(Standing { wants_all, watermark: watermark::of(c, store, Kind::Companies).await? })
}

/// Whether a card of the store that is at work wants all of its companies.
async fn is_all_wanted(c: &impl ConnectionTrait, store: &str) -> Result<bool, Error> {
    use shops::{Column, Entity};
    let wanting = Entity::find()
        .filter(Column::Domain.eq(store))
        .filter(Column::Enabled.eq(true))
        .filter(Column::CompanyImportFromShopify.eq(CompanyImport::AllCompanies));
    Ok(wanting.one(c).await?.is_some())
}
