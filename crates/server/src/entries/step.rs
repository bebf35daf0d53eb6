//! What people do to an entry that takes no more than saying so: it is made ready, held, restarted.

use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use database::Tx;
use job_queue::Queue;
use job_queue::entry::Entity;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::{RUN, TAG};
use crate::api::Api;
use crate::openapi::{error, may_say_version, record};
use crate::parentheses::Foreign;
use crate::records::{IfMatch, RecordId, hold, shown};
use crate::{App, Error};

#[derive(Clone, Copy)]
enum Step {
    SetReady,
    SetOnHold,
    Restart,
}

impl Step {
    async fn take(self, queue: &Queue, tx: &Tx, id: Uuid) -> job_queue::Result<()> {
        match self {
            Self::SetReady => queue.set_ready(tx, id).await,
            Self::SetOnHold => queue.hold(tx, id).await,
            Self::Restart => queue.restart(tx, id).await,
        }
    }
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    action(api, Step::SetReady, "setReady", "Set it to Ready: it runs when its time has come");
    action(api, Step::SetOnHold, "setOnHold", "Set it On Hold: nothing starts it");
    action(api, Step::Restart, "restart", "Restart it, with all its attempts before it");
}

fn action(api: &mut Api, step: Step, name: &str, summary: &str) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some(summary))
        .response("200", record("The entry as it is now.", TAG))
        .response("409", error("Its state does not allow it."));
    let take = move |State(app): State<App>,
                     RecordId(id): RecordId,
                     version: IfMatch,
                     foreign: Option<Extension<Foreign>>| async move {
        let (queue, version) = (&app.queue, &version);
        let write = |tx| async move {
            version.check::<Entity>(&hold::<Entity>(&tx, id).await?)?;
            Ok::<_, Error>(step.take(queue, &tx, id).await?)
        };
        app.db.write(write).await?;
        // Whoever asks as Business Central is asked is answered as it answers.
        match foreign {
            Some(_) => Ok(StatusCode::NO_CONTENT.into_response()),
            None => shown::<Entity>(&app, StatusCode::OK, id).await,
        }
    };
    api.route(Method::POST, &format!("/jobQueueEntries/{{id}}/Kobling.{name}"), RUN, may_say_version(document), take);
}
