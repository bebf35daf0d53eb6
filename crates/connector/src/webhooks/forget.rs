use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::received::{Column, Entity};
use crate::{Connector, Error};

/// For so long a received webhook is kept. Shopify sends none again after a day.
const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// Forgets the webhooks that were received a month ago. Requests that the law makes stay.
///
/// # Errors
/// What the database says.
pub async fn forget(connector: &Connector) -> Result<u64, Error> {
    let before = connector.clock().now() - KEPT_FOR;
    let write = |tx| async move {
        let old = Entity::delete_many().filter(Column::ReceivedAt.lt(before));
        Ok::<_, Error>(old.exec(&tx).await?.rows_affected)
    };
    connector.db().write(write).await
}
