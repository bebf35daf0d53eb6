//! How stock is worked out, what of it is sent, and what was found when both sides were compared.

values::options! {
    /// How the stock of a location is worked out (enum 30135).
    pub enum StockCalculation {
        /// Not at all: nothing is sent to the location.
        #[default]
        Off => "Off",
        /// What is on hand today, with what was expected by today and without what is asked for by today.
        ProjectedAvailableBalance => "Projected Available Balance Today",
        /// What is on hand and reserved for nobody.
        FreeInventory => "Free Inventory (not reserved)",
    }
}

values::options! {
    /// Which of Shopify's quantities is set.
    pub enum QuantityName {
        /// What can be sold. What orders in Shopify have promised is not part of it.
        #[default]
        Available => "Available",
        /// What is there. What orders in Shopify have promised is part of it.
        OnHand => "On Hand",
    }
}

impl QuantityName {
    /// What Shopify calls it.
    pub(crate) const fn in_shopify(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::OnHand => "on_hand",
        }
    }
}

values::options! {
    /// Why a number of Shopify's was not the one that was known.
    pub enum Explanation {
        /// Orders have taken them that were not here yet.
        Orders => "Orders Not Here Yet",
        /// Someone, or another app, has changed it in Shopify.
        #[default]
        ChangedInShopify => "Changed in Shopify",
        /// The number here is another one, and was not sent yet.
        NotSent => "Not Sent Yet",
        /// The location does not have it any more.
        NotStocked => "Not Stocked Any More",
    }
}
