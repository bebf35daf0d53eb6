use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// What a connector to a back office needs: granted where nothing else is said.
const ALL: &[&str] = &[
    "read_all_orders",
    "read_apps",
    "read_assigned_fulfillment_orders",
    "read_companies",
    "read_customers",
    "read_draft_orders",
    "read_files",
    "read_fulfillments",
    "read_gift_cards",
    "read_inventory",
    "read_locales",
    "read_locations",
    "read_markets",
    "read_merchant_managed_fulfillment_orders",
    "read_order_edits",
    "read_orders",
    "read_payment_terms",
    "read_products",
    "read_publications",
    "read_returns",
    "read_shipping",
    "read_shopify_payments",
    "read_shopify_payments_accounts",
    "read_shopify_payments_disputes",
    "read_shopify_payments_payouts",
    "read_third_party_fulfillment_orders",
    "read_translations",
    "read_users",
    "write_assigned_fulfillment_orders",
    "write_companies",
    "write_customer_merge",
    "write_customers",
    "write_draft_orders",
    "write_files",
    "write_fulfillments",
    "write_inventory",
    "write_locations",
    "write_markets",
    "write_merchant_managed_fulfillment_orders",
    "write_order_edits",
    "write_orders",
    "write_payment_terms",
    "write_products",
    "write_publications",
    "write_returns",
    "write_third_party_fulfillment_orders",
    "write_translations",
];

/// A set of access scopes. Who may write may read: `write_orders` stands for `read_orders` too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Scopes(BTreeSet<String>);

impl Scopes {
    /// All that a connector to a back office needs.
    pub(crate) fn all() -> Self {
        Self(ALL.iter().map(|scope| (*scope).to_owned()).collect())
    }

    /// These scopes.
    ///
    /// # Errors
    /// The text that is no scope.
    pub(crate) fn of<'s>(scopes: impl IntoIterator<Item = &'s str>) -> Result<Self, String> {
        scopes
            .into_iter()
            .map(|scope| if is_scope(scope) { Ok(scope.to_owned()) } else { Err(scope.to_owned()) })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The scopes of a list with commas or spaces between them.
    ///
    /// # Errors
    /// The text that is no scope.
    pub(crate) fn read(list: &str) -> Result<Self, String> {
        Self::of(list.split([',', ' ']).filter(|scope| !scope.is_empty()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether they hold `scope`, by itself or by the right to write.
    pub(crate) fn allow(&self, scope: &str) -> bool {
        self.0.contains(scope)
            || scope.strip_prefix("read_").is_some_and(|what| self.0.contains(&format!("write_{what}")))
    }

    /// Whether they hold all of the others.
    pub(crate) fn cover(&self, others: &Self) -> bool {
        others.0.iter().all(|scope| self.allow(scope))
    }

    /// These and the others.
    pub(crate) fn with(&self, others: &Self) -> Self {
        Self(self.0.union(&others.0).cloned().collect())
    }

    /// What both hold.
    pub(crate) fn within(&self, others: &Self) -> Self {
        let mine = Self(self.0.iter().filter(|scope| others.allow(scope)).cloned().collect());
        let lesser = others.0.iter().filter(|scope| self.allow(scope) && !mine.allow(scope)).cloned().collect();
        mine.with(&Self(lesser))
    }

    /// Their names, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, scope) in self.0.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(f, "{comma}{scope}")?;
        }
        Ok(())
    }
}

fn is_scope(text: &str) -> bool {
    let text = text.strip_prefix("unauthenticated_").unwrap_or(text);
    let what = text.strip_prefix("read_").or_else(|| text.strip_prefix("write_"));
    what.is_some_and(|what| !what.is_empty() && what.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scopes(list: &str) -> Scopes {
        Scopes::read(list).unwrap()
    }

    #[test]
    fn who_may_write_may_read() {
        let scopes = scopes("write_orders, read_products");
        assert!(scopes.allow("read_orders") && scopes.allow("write_orders") && scopes.allow("read_products"));
        assert!(!scopes.allow("write_products") && !scopes.allow("read_customers"));
    }

    #[test]
    fn what_two_sets_share_is_the_lesser_right_of_both() {
        assert_eq!(
            scopes("write_orders,read_products").within(&scopes("read_orders,read_users")),
            scopes("read_orders")
        );
    }

    #[test]
    fn a_word_that_is_no_scope_is_told() {
        assert_eq!(Scopes::read("read_orders,orders"), Err("orders".to_owned()));
        assert_eq!(Scopes::read("read_"), Err("read_".to_owned()));
    }
}
