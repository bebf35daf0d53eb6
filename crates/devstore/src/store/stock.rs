use chrono::{DateTime, Utc};

use super::State;

impl State {
    /// Adds pieces of a variant to the stock that can be sold, or takes them out when `quantity` is below zero. What is
    /// not tracked has no stock.
    pub(crate) fn add_to_stock(&mut self, variant: u64, quantity: i64, now: DateTime<Utc>) {
        let Some(product) = self.product_of_variant(variant) else { return };
        let mut product = (**product).clone();
        let mut changed = false;
        for variant in product.variants.iter_mut().filter(|other| other.id == variant && other.tracked) {
            variant.inventory_quantity += quantity;
            variant.updated_at = now;
            changed = quantity != 0;
        }
        if changed {
            product.updated_at = now;
            self.put_product(product);
        }
    }
}
