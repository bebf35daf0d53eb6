//! What the plan of a store lets its app do.

use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use shopify::documents::shop::ShopPlan;
use uuid::Uuid;

use super::entity::Entity;
use crate::Error;

/// Keeps on the shop card what its store's plan is now.
pub(super) async fn note(tx: &Tx, id: Uuid, plan: &ShopPlan) -> Result<(), Error> {
    let Some(shop) = Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
    let is_advanced = is_advanced(plan);
    if shop.advanced_shopify_plan == is_advanced {
        return Ok(());
    }
    let mut row = shop.into_active_model();
    row.advanced_shopify_plan = Set(is_advanced);
    row.update(tx).await?;
    tx.notify(Notice::new("shopifyShops", id.to_string())).await?;
    Ok(())
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
