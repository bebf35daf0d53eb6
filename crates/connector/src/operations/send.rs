use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::value::RawValue;
use shopify::Client;

use super::entity::{Column, Entity, Model};
use super::looked::{self, Finish};
use super::{Change, State, Told};
use crate::Error;
use crate::skipped::Seen;

/// What came of sending a change, as far as is known.
enum Came {
    /// The store has spoken.
    Told(Told),
    /// It may have been made or not.
    Unclear(String),
    /// It was not made, and would not be by the same request.
    Refused(String),
    /// It was not made, and the store or the connection is not well.
    NotMade(shopify::Error),
}

/// Sends a change that is open, or again one that the store recognises by its key, and writes down what came of it. It
/// says how far the change is then.
///
/// # Errors
/// A lost lease or a wish to stop; and why the store takes no changes at all: then it stays open.
pub async fn send<C: Change>(
    cx: &Context,
    client: &Client,
    seen: &Seen<'_>,
    operation: &Model,
) -> Result<State, JobError> {
    cx.check()?;
    let begin = |tx| async move { begin(&tx, seen, operation).await };
    if !cx.write(begin).await? {
        // Someone else has settled it meanwhile.
        return Ok(operation.state);
    }
    let variables: Box<RawValue> =
        serde_json::from_str(&operation.variables).map_err(|error| Error::Unwritable(error.to_string()))?;
    let cost = u32::try_from(operation.cost).unwrap_or_default();
    let (came, made_at) = match cx.send(client.run_as_written::<C::Mutation>(&variables, cost)).await? {
        Ok(answer) => (Came::Told(C::told(&answer)), C::made_at(&answer)),
        Err(error) => (came_of(error, operation.has_key), None),
    };
    let at = Seen { at: cx.clock().now(), ..*seen };
    let finish = match came {
        Came::Told(Told::Made) => Finish::Made(made_at),
        Came::Told(Told::Refused(why)) | Came::Refused(why) => Finish::Refused(why),
        Came::Told(Told::UnderWay) => Finish::Unclear("the store is still at it".to_owned()),
        // Its key is of an attempt that failed: one looks, and makes a new intent if nothing was done.
        Came::Told(Told::KeyIsUsedUp) => return looked::look::<C>(cx, client, &at, operation).await,
        Came::Unclear(why) => Finish::Unclear(why),
        Came::NotMade(error) => {
            let not_made = &Finish::NotMade(error.to_string());
            cx.write(|tx| async move { looked::record::<C>(&tx, &at, operation, not_made).await }).await?;
            return Err(Error::Shopify(error).into());
        }
    };
    let finish = &finish;
    Ok(cx.write(|tx| async move { looked::record::<C>(&tx, &at, operation, finish).await }).await?)
}

/// From now on it may have been sent, whatever happens to this process.
async fn begin(tx: &Tx, seen: &Seen<'_>, operation: &Model) -> Result<bool, Error> {
    let begun = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Sent))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::SentAt, Expr::value(seen.at))
        .col_expr(Column::FirstSentAt, Func::coalesce([Expr::col(Column::FirstSentAt), Expr::value(seen.at)]).into())
        .filter(Column::Id.eq(operation.id))
        .filter(Column::State.is_in([State::Open, State::Sent]))
        .exec(tx)
        .await?;
    Ok(begun.rows_affected == 1)
}

fn came_of(error: shopify::Error, has_key: bool) -> Came {
    use shopify::Error as E;
    match error {
        E::Unclear { .. } | E::Malformed { .. } => Came::Unclear(error.to_string()),
        E::AccessDenied { .. } | E::Rejected { .. } | E::TooCostly { .. } | E::FilterIgnored { .. } => {
            Came::Refused(error.to_string())
        }
        // With a key it was sent several times perhaps, and one of them may have arrived.
        other if has_key => Came::Unclear(other.to_string()),
        other => Came::NotMade(other),
    }
}
