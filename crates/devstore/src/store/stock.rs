use chrono::{DateTime, Utc};

use super::State;

impl State {
    /// Adds pieces of a variant to what a location has to sell, or takes them out when `quantity` is below zero. Without
    /// a location it is the shop's own. What is not tracked has no stock.
    pub(crate) fn add_to_stock(&mut self, variant: u64, location: Option<u64>, quantity: i64, now: DateTime<Utc>) {
        let location = location.unwrap_or(self.shop.location_id);
        let Some(product) = self.product_of_variant(variant) else { return };
        let mut product = (**product).clone();
        let mut changed = false;
        for variant in product.variants.iter_mut().filter(|other| other.id == variant && other.tracked) {
            *variant.stock.entry(location).or_default() += quantity;
            variant.updated_at = now;
            changed = quantity != 0;
        }
        if changed {
            product.updated_at = now;
            self.put_product(product);
        }
    }
}
