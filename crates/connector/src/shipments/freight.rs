//! What of an order's shipping is sold as items: it is no goods, and nothing of it is sent.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Error;
use crate::orders::staged::shipping_charge::{Column, Entity};

/// The shipping charges of orders, as the lines of documents name them.
#[derive(Clone, Debug, Default)]
pub(super) struct Freight(HashSet<String>);

impl Freight {
    /// Those of these staged orders.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn read(c: &impl ConnectionTrait, orders: &[Uuid]) -> Result<Self, Error> {
        if orders.is_empty() {
            return Ok(Self::default());
        }
        let charges = Entity::find()
            .select_only()
            .column(Column::ShippingLineId)
            .filter(Column::OrderId.is_in(orders.iter().copied()))
            .into_tuple::<i64>()
            .all(c)
            .await?;
        Ok(charges.into_iter().collect())
    }

    /// Whether a line of a document is one, by what it was where it comes from.
    pub(super) fn has(&self, source_id: &str) -> bool {
        self.0.contains(source_id)
    }
}

impl FromIterator<i64> for Freight {
    fn from_iter<I: IntoIterator<Item = i64>>(charges: I) -> Self {
        Self(charges.into_iter().map(|id| id.to_string()).collect())
    }
}
