use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use back_office::item_journal::batch;
use back_office::posting::{Setup, post_item_journal};
use database::Record;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use super::CHANGE;
use crate::api::Api;
use crate::openapi::{json, refused};
use crate::records::{RecordId, load};
use crate::{App, Error};

/// An item journal that was posted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PostedItemJournal)]
pub(crate) struct PostedItemJournalBody {
    /// The number of the transaction, as in `generalLedgerRegisters`; nothing when nothing was found or missing.
    transaction_number: Option<i64>,
    /// How many lines it had.
    lines: usize,
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let set = batch::Entity::NAME;
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some("Post all lines of a batch, or none"))
        .response("200", json("What was posted.", Ref::from_schema_name(PostedItemJournalBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, &format!("/{set}/{{id}}/Kobling.post"), CHANGE, document, post);
}

async fn post(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<PostedItemJournalBody>, Error> {
    let cx = &app.context(&caller);
    let setup = &app.db.read(|read| async move { Setup::read(&read).await }).await?;
    let write = |tx| async move {
        let batch = load::<batch::Entity>(&tx, id).await?;
        Ok::<_, Error>(post_item_journal(&tx, setup, &batch.code, cx).await?)
    };
    let posted = app.db.write(write).await?;
    Ok(Json(PostedItemJournalBody { transaction_number: posted.transaction_number, lines: posted.lines }))
}
