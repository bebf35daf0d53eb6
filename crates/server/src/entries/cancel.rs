//! A run is cancelled: asked to stop at its next step, and ended where it is when it has not stopped in time.

use std::time::Duration;

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use job_queue::entry::{Entity, STOPS_WITHIN};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use super::{RUN, TAG};
use crate::api::Api;
use crate::body::OptionalBody;
use crate::openapi::{error, may_say_version, optional_body, record, refused};
use crate::records::{IfMatch, RecordId, hold, shown};
use crate::{App, Error};

/// The longest time that a run may be given: an hour.
const LONGEST: u64 = 3_600;

/// How a run is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CancelBody {
    /// Seconds that it has to come to its next step, 0 to 3,600; 30, when nothing is said.
    #[serde(default = "usual")]
    within: u64,
}

impl Default for CancelBody {
    fn default() -> Self {
        Self { within: usual() }
    }
}

fn usual() -> u64 {
    STOPS_WITHIN.as_secs()
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Cancel its run"))
        .description(Some(
            "The run is asked to stop at its next step. When it has not stopped within the time it is given, it is ended \
             where it is; what it had written stays. Whoever asks again may shorten the time.",
        ))
        .request_body(Some(optional_body::<CancelBody>("How long it has.")))
        .response("200", record("The entry as it is now.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("It does not run."));
    api.route(Method::POST, "/jobQueueEntries/{id}/Kobling.cancel", RUN, may_say_version(document), cancel);
}

async fn cancel(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    OptionalBody(CancelBody { within }): OptionalBody<CancelBody>,
) -> Result<Response, Error> {
    if within > LONGEST {
        return Err(Error::invalid("within", format!("a run has 0 to {LONGEST} seconds to stop, not {within}")));
    }
    let (queue, version, user) = (&app.queue, &version, caller.user_name.as_str());
    let write = |tx| async move {
        version.check::<Entity>(&hold::<Entity>(&tx, id).await?)?;
        Ok::<_, Error>(queue.cancel(&tx, id, user, Duration::from_secs(within)).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
