use access::{Action, Area, Principal};
use database::Notice;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use shopify::documents::shop::ShopPlan;
use values::Code;

use super::entity::Model;
use super::{find, lists, test};
use crate::{Connector, Error, webhooks};

/// Enables a shop after its connection was tested, and keeps what the store says of its plan and currency. The store is
/// asked to send webhooks, if there is an address for them, and for what people map to the back office.
///
/// # Errors
/// [`Error::NoShop`], [`Error::OtherInstallation`], and what the store or the network says: then nothing is changed.
pub async fn enable(connector: &Connector, by: &Principal, code: &str) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let settings = &test(connector, code).await?;
    let write = |tx| async move {
        let shop = find(&tx, code).await?;
        let company = back_office::company::read(&tx).await?;
        let store_currency = Code::<10>::cut(&settings.shop.currency_code.0);
        // A card that names no currency means the company's; in another one its orders would be booked wrong.
        let currency = match shop.currency_code.non_blank() {
            Some(chosen) => chosen.clone(),
            None if store_currency == company.currency_code => Code::blank(),
            None => store_currency,
        };
        let mut row = shop.into_active_model();
        row.enabled = Set(true);
        row.currency_code = Set(currency);
        row.advanced_shopify_plan = Set(is_advanced(&settings.shop.plan));
        let shop = row.update(&tx).await?;
        connector.audit().record(&tx, by, "shop enabled", shop.code.as_str(), serde_json::json!({})).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok::<_, Error>(shop)
    };
    let shop = connector.db().write(write).await?;
    webhooks::subscription::refresh(connector, &shop.domain).await?;
    lists::refresh_all(connector, &shop).await;
    Ok(shop)
}

/// Disables a shop: none of its tasks runs any more. Its records and its token stay.
///
/// # Errors
/// [`Error::NoShop`].
pub async fn disable(connector: &Connector, by: &Principal, code: &str) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx| async move {
        let mut row = find(&tx, code).await?.into_active_model();
        row.enabled = Set(false);
        let shop = row.update(&tx).await?;
        connector.audit().record(&tx, by, "shop disabled", shop.code.as_str(), serde_json::json!({})).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok(shop)
    };
    connector.db().write(write).await
}

/// Whether a plan lets apps read staff: Plus, and those that are named here.
fn is_advanced(plan: &ShopPlan) -> bool {
    plan.shopify_plus || ["Plus Trial", "Development", "Advanced"].contains(&plan.public_display_name.as_str())
}
