use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use shopify::documents::shop::ShopPlan;
use values::Code;

use super::entity::Model;
use super::find::hold;
use super::{Tested, lists, named, test};
use crate::products::options::WeightUnit;
use crate::{Connector, Error, webhooks};

/// Enables a shop after its connection was tested, and keeps what the store says of its plan, currency and unit of weights:
/// to disable it and enable it again brings them up to date. The store is asked to send webhooks, if there is an address
/// for them, and for what people map to the back office.
///
/// # Errors
/// [`Error::NoShop`], [`Error::OtherInstallation`], what the store or the network says, and [`Error::Field`] where the store
/// sells in a currency without an exchange rate: then nothing is changed.
pub async fn enable(connector: &Connector, by: &Principal, code: &str) -> Result<Model, Error> {
    enable_where(connector, by, code, |_| Ok(())).await
}

/// The same for a card of which `may` says so, in the transaction that enables the shop. The store was asked by then, and
/// the card knows more of its connection: see [`Model::as_tested_like`].
///
/// # Errors
/// As [`enable`], and those of `may`.
pub async fn enable_where<E>(
    connector: &Connector,
    by: &Principal,
    code: &str,
    may: impl Fn(&Model) -> Result<(), E>,
) -> Result<Model, E>
where
    E: From<Error> + From<database::Error>,
{
    by.require(Area::Shops, Action::Change).map_err(Error::from)?;
    let (settings, may) = (&test(connector, code).await?, &may);
    let write = |tx| async move {
        let shop = hold(&tx, code).await?;
        may(&shop)?;
        Ok::<_, E>(turn_on(connector, &tx, by, shop, settings).await?)
    };
    let shop = connector.db().write(write).await?;
    webhooks::subscription::refresh(connector, &shop.domain).await?;
    lists::refresh_all(connector, &shop).await;
    Ok(shop)
}

async fn turn_on(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    shop: Model,
    settings: &Tested,
) -> Result<Model, Error> {
    let company = back_office::company::read(tx).await?;
    let store_currency = Code::<10>::cut(&settings.shop.currency_code.0);
    // A card that names no currency means the company's; in another one its orders would be booked wrong.
    let currency = match shop.currency_code.non_blank() {
        Some(chosen) => chosen.clone(),
        None if store_currency == company.currency_code => Code::blank(),
        None => of_known_worth(tx, store_currency).await?,
    };
    let weight_unit = match shop.weight_unit {
        WeightUnit::Blank => WeightUnit::from(&settings.shop.weight_unit),
        chosen => chosen,
    };
    let mut row = shop.into_active_model();
    row.enabled = Set(true);
    row.weight_unit = Set(weight_unit);
    row.currency_code = Set(currency);
    row.advanced_shopify_plan = Set(is_advanced(&settings.shop.plan));
    let shop = row.update(tx).await?;
    connector.audit().record_about(tx, by, "shop enabled", shop.about(), serde_json::json!({})).await?;
    tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
    Ok(shop)
}

/// A store's currency, of which orders will need the exchange rate.
async fn of_known_worth(tx: &Tx, currency: Code<10>) -> Result<Code<10>, Error> {
    if named::currency(tx, &currency).await?.is_none() {
        return Ok(currency);
    }
    let reason = format!("the store sells in {currency}, which has no exchange rate: enter one, then enable the shop");
    Err(Error::Field { field: "currencyCode".to_owned(), reason })
}

/// Whether a plan lets apps read staff: Plus, and those that are named here.
fn is_advanced(plan: &ShopPlan) -> bool {
    plan.shopify_plus || ["Plus Trial", "Development", "Advanced"].contains(&plan.public_display_name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_plans_let_apps_read_staff() {
        let plan = |name: &str, shopify_plus| ShopPlan {
            public_display_name: name.to_owned(),
            shopify_plus,
            partner_development: false,
        };
        for (name, is_plus) in
            [("Shopify Plus", true), ("Plus Trial", false), ("Development", false), ("Advanced", false)]
        {
            assert!(is_advanced(&plan(name, is_plus)), "{name}");
        }
        assert!(!is_advanced(&plan("Basic", false)));
    }
}
