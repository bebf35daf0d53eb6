//! What an app must be allowed in a store, and what does not work without it.

use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use shopify::Scopes;
use uuid::Uuid;

use super::entity::{Entity, Model};
use crate::{Error, staff_members};

/// Something that Kobling does in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capability {
    /// Its name for programs.
    pub key: &'static str,
    /// The access scopes that it needs, all of them.
    pub scopes: &'static [&'static str],
    /// What does not work without them.
    pub without: &'static str,
    /// Whether a shop is of use without it.
    pub is_optional: bool,
}

/// Everything that Kobling does in a store. An order is read with its customer and its products in one document, which a
/// store refuses as a whole when a part of it may not be read.
pub const CAPABILITIES: &[Capability] = &[
    Capability { key: "orders", scopes: &["read_orders"], without: "orders are not imported", is_optional: false },
    Capability {
        key: "customers",
        scopes: &["read_customers"],
        without: "orders are not imported, since they are read with their customers",
        is_optional: false,
    },
    Capability {
        key: "products",
        scopes: &["read_products"],
        without: "orders are not imported, since their lines are read with their products",
        is_optional: false,
    },
    Capability {
        key: "payments",
        scopes: &["write_orders"],
        without: "orders are not marked as paid in the store",
        is_optional: true,
    },
    Capability {
        key: "productsToShopify",
        scopes: &["write_products"],
        without: "items do not become products, nor do their prices and those of catalogs go to the store",
        is_optional: true,
    },
    Capability {
        key: "customersToShopify",
        scopes: &["write_customers"],
        without: "customers are neither added to the store nor changed there",
        is_optional: true,
    },
    Capability {
        key: "images",
        scopes: &["write_products", "write_files"],
        without: "pictures of items do not become those of products",
        is_optional: true,
    },
    Capability {
        key: "olderOrders",
        scopes: &["read_all_orders"],
        without: "orders that are older than 60 days are not imported",
        is_optional: true,
    },
    Capability {
        key: "paymentTerms",
        scopes: &["read_payment_terms"],
        without: "orders come without their payment terms and due dates",
        is_optional: true,
    },
    Capability {
        key: "locations",
        scopes: &["read_locations"],
        without: "orders come without the location at which they were taken",
        is_optional: true,
    },
    Capability {
        key: "stock",
        scopes: &["read_locations", "read_inventory", "write_inventory"],
        without: "stock is neither compared with the store nor sent there",
        is_optional: true,
    },
    Capability {
        key: "fulfillmentOrders",
        scopes: &["read_locations", "read_merchant_managed_fulfillment_orders"],
        without: "the lines of orders come without the location that sends them",
        is_optional: true,
    },
    Capability {
        key: "shipments",
        scopes: &["read_locations", "write_merchant_managed_fulfillment_orders"],
        without: "shipments that are posted are not sent in the store",
        is_optional: true,
    },
    Capability {
        key: "shipping",
        scopes: &["read_shipping"],
        without: "shipping methods are not known before an order is sent by one",
        is_optional: true,
    },
    Capability {
        key: "giftCards",
        scopes: &["read_gift_cards"],
        without: "what is left of gift cards is known only from the orders that they have paid",
        is_optional: true,
    },
    Capability {
        key: "returns",
        scopes: &["read_returns"],
        without: "refunds come without the returns that they pay, and exchanges are not known",
        is_optional: true,
    },
    Capability {
        key: "payouts",
        scopes: &["read_shopify_payments_accounts", "read_shopify_payments_payouts"],
        without: "payouts are not read, so that they can't be split and posted",
        is_optional: true,
    },
    Capability {
        key: "markets",
        scopes: &["read_markets"],
        without: "catalogs come without the names of their markets",
        is_optional: true,
    },
    Capability {
        key: "publications",
        scopes: &["read_publications"],
        without: "the prices of a catalog are fixed for all products, also for those that are not in it",
        is_optional: true,
    },
    Capability {
        key: "disputes",
        scopes: &["read_shopify_payments_accounts", "read_shopify_payments_disputes"],
        without: "disputes of payments are not read",
        is_optional: true,
    },
    Capability {
        key: "staff",
        scopes: &[staff_members::SCOPE],
        without: "orders come without the staff members who made them, and so without their salespeople",
        is_optional: true,
    },
];

/// What an app may do of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// What is to be done.
    pub capability: Capability,
    /// The scopes that are missing for it; none when it works.
    pub missing: Vec<&'static str>,
}

impl Access {
    /// Whether the shop is of no use as it is.
    pub fn blocks(&self) -> bool {
        !self.missing.is_empty() && !self.capability.is_optional
    }
}

/// What an app with these scopes may do.
pub fn compare(granted: &Scopes) -> Vec<Access> {
    let access = |capability: &Capability| Access {
        capability: *capability,
        missing: capability.scopes.iter().copied().filter(|scope| !granted.grant(scope)).collect(),
    };
    CAPABILITIES.iter().map(access).collect()
}

/// The first of these scopes that the app of a shop lacks: of several in a group one is enough, the first for choice.
pub(crate) fn lacking(shop: &Model, needed: &[&[&'static str]]) -> Option<&'static str> {
    let granted = Scopes::parse(&shop.granted_scopes);
    let missing = needed.iter().find(|scopes| !scopes.iter().any(|scope| granted.grant(scope)))?;
    missing.first().copied()
}

/// The scopes without which a shop is of no use and that are missing, each once, with commas between them.
pub fn missing(granted: &Scopes) -> String {
    let blocking = compare(granted).into_iter().filter(Access::blocks);
    let missing: Scopes = blocking.flat_map(|access| access.missing).map(str::to_owned).collect();
    missing.to_string()
}

/// What an app is asked to be given in a shop's store: all without which the shop is of no use, and what it may do already.
pub(crate) fn wanted(shop: &Model) -> String {
    let needed = CAPABILITIES.iter().filter(|capability| !capability.is_optional);
    let needed: Vec<&str> = needed.flat_map(|capability| capability.scopes).copied().collect();
    Scopes::parse(&format!("{},{}", needed.join(","), shop.granted_scopes)).to_string().replace(' ', "")
}

/// Keeps on the shop card what its app may do.
pub(crate) async fn note(tx: &Tx, id: Uuid, granted: &Scopes) -> Result<(), Error> {
    let Some(shop) = Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
    let (granted, missing) = (granted.to_string(), missing(granted));
    if shop.granted_scopes == granted && shop.missing_scopes == missing {
        return Ok(());
    }
    let mut row = shop.into_active_model();
    (row.granted_scopes, row.missing_scopes) = (Set(granted), Set(missing));
    row.update(tx).await?;
    tx.notify(Notice::new("shopifyShops", id.to_string())).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_what_does_not_work() {
        let granted = Scopes::parse("write_orders, read_customers");
        let missing_of: Vec<_> = compare(&granted).into_iter().map(|one| (one.capability.key, one.missing)).collect();
        let nothing = Vec::<&str>::new();
        assert_eq!(
            missing_of,
            [
                ("orders", nothing.clone()),
                ("customers", nothing),
                ("products", vec!["read_products"]),
                ("payments", Vec::new()),
                ("productsToShopify", vec!["write_products"]),
                ("customersToShopify", vec!["write_customers"]),
                ("images", vec!["write_products", "write_files"]),
                ("olderOrders", vec!["read_all_orders"]),
                ("paymentTerms", vec!["read_payment_terms"]),
                ("locations", vec!["read_locations"]),
                ("stock", vec!["read_locations", "read_inventory", "write_inventory"]),
                ("fulfillmentOrders", vec!["read_locations", "read_merchant_managed_fulfillment_orders"]),
                ("shipments", vec!["read_locations", "write_merchant_managed_fulfillment_orders"]),
                ("shipping", vec!["read_shipping"]),
                ("giftCards", vec!["read_gift_cards"]),
                ("returns", vec!["read_returns"]),
                ("payouts", vec!["read_shopify_payments_accounts", "read_shopify_payments_payouts"]),
                ("markets", vec!["read_markets"]),
                ("publications", vec!["read_publications"]),
                ("disputes", vec!["read_shopify_payments_accounts", "read_shopify_payments_disputes"]),
                ("staff", vec!["read_users"]),
            ]
        );
        assert_eq!(missing(&granted), "read_products", "what is optional is no fault of the shop");
    }
}
