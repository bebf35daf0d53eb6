use std::sync::Arc;

use database::{Notice, Record, Tx, insert_many};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::deprecated::{self, Use};
use super::prepare::{Rows, rows};
use super::queue::Call;
use super::{Entity, content};
use crate::shops::{self, options::LoggingMode};
use crate::{Connector, Error};

/// As many calls are written in one transaction.
const AT_ONCE: usize = 100;

impl Connector {
    /// Writes down the calls that wait, and what was heard of bulk operations. What can't be written stays, for the next time.
    ///
    /// # Errors
    /// What the database says.
    pub async fn write_calls(&self) -> Result<(), Error> {
        let queue = self.calls();
        let _turn = queue.writing.lock().await;
        self.write_bulk_operations().await?;
        loop {
            let (calls, left_out) = queue.first(AT_ONCE);
            if left_out > 0 {
                tracing::warn!(left_out, "calls to Shopify could not be written down as fast as they came");
            }
            if calls.is_empty() {
                return Ok(());
            }
            let kept: Vec<_> = calls.iter().map(|call| (call.clone(), rows(call, self.random()))).collect();
            let kept = &kept;
            self.db().write(|tx| async move { write(self, &tx, kept).await }).await?;
            queue.forget(calls.len());
        }
    }
}

async fn write(connector: &Connector, tx: &Tx, calls: &[(Arc<Call>, Rows)]) -> Result<(), Error> {
    let (mut entries, mut contents, mut uses) = (Vec::new(), Vec::new(), Vec::new());
    for (call, rows) in calls {
        let is_news = keep_version(tx, call).await?;
        if call.logged || (is_news && call.shop.mode != LoggingMode::Disabled) {
            entries.push(rows.entry.clone());
            contents.push(rows.content.clone().into_active_model());
        }
        uses.extend(call.deprecated.clone().map(|members| Use {
            shop_code: call.shop.code.clone(),
            document: call.sent.document,
            members,
            api_version: call.sent.served_version.clone().unwrap_or_default(),
            at: call.sent.at,
        }));
    }
    deprecated::record(tx, connector.random(), uses).await?;
    if !entries.is_empty() {
        insert_many(tx, entries).await?;
        insert_many::<content::ActiveModel>(tx, contents).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}

/// Keeps on the shop card which version answers. Whether that is news: another process may have been told before.
async fn keep_version(tx: &Tx, call: &Call) -> Result<bool, Error> {
    let Some(served) = &call.served else { return Ok(false) };
    let update = shops::Entity::update_many()
        .col_expr(shops::Column::ServedApiVersion, Expr::value(served.as_str()))
        .filter(shops::Column::Id.eq(call.shop.id))
        .filter(shops::Column::ServedApiVersion.ne(served.as_str()));
    let is_news = update.exec(tx).await?.rows_affected > 0;
    if is_news {
        tx.notify(Notice::new(shops::Entity::NAME, call.shop.id.to_string())).await?;
    }
    Ok(is_news)
}
