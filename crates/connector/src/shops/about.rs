use access::About;
use database::Record;

use super::entity::{Entity, Model};

impl Model {
    /// The card, as the audit log names it.
    pub(crate) fn about(&self) -> About<'_> {
        About { entity: Entity::NAME, id: self.id, subject: self.code.as_str() }
    }
}
