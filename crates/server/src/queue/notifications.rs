//! What the job queue has told the caller: seen.

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use job_queue::notification::{self, Entity};
use utoipa::openapi::path::OperationBuilder;

use super::READ;
use crate::api::Api;
use crate::openapi::record;
use crate::records::{RecordId, load, shown};
use crate::{App, Error};

const TAG: &str = "jobQueueNotifications";

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Mark a notification of the caller as read"))
        .response("200", record("The notification as it is now.", TAG));
    api.route(Method::POST, "/jobQueueNotifications/{id}/Kobling.markRead", READ, document, mark_read);
}

async fn mark_read(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Response, Error> {
    let user = caller.user_name.as_str();
    let write = |tx| async move {
        if load::<Entity>(&tx, id).await?.user_id != user {
            return Err(Error::no_such_record::<Entity>(id));
        }
        Ok(notification::mark_read(&tx, id).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
