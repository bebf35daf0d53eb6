use access::About;
use database::Record;

use super::entity::{Entity, Model};

impl Model {
    /// The webhook, as the audit log names it.
    pub(super) fn about(&self) -> About<'_> {
        About { entity: Entity::NAME, id: self.id, subject: &self.description }
    }
}
