use access::About;
use database::Record;

use super::order::{Entity, Model};

impl Model {
    /// The order, as the audit log names it.
    pub(crate) fn about(&self) -> About<'_> {
        About { entity: Entity::NAME, id: self.id, subject: &self.shopify_order_number }
    }
}
