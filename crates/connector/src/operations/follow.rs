use std::time::Duration;

use job_queue::{Context, JobError};
use shopify::Client;

use super::looked::{self, Finish};
use super::{Change, Model, ReadBack, State};
use crate::Error;
use crate::skipped::Seen;

/// How long one waits before each look: a store's job takes a second or two.
const LOOKS: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
];

/// Follows a change that the store makes in a job of its own, until it is seen to be made. Who has waited long enough leaves
/// it as it is: it is looked for later, as one whose answer was lost.
///
/// # Errors
/// A lost lease or a wish to stop; why one can't look.
pub(crate) async fn follow<C: Change>(
    cx: &Context,
    client: &Client,
    seen: &Seen<'_>,
    operation: &Model,
    sent: State,
) -> Result<State, JobError> {
    if sent != State::Sent {
        return Ok(sent);
    }
    for pause in LOOKS {
        cx.wait(cx.clock().sleep(pause)).await?;
        if cx.send(C::read_back(client, operation)).await?.map_err(Error::Shopify)? == ReadBack::Found {
            let at = &Seen { at: cx.clock().now(), ..*seen };
            let made = &Finish::Made(None);
            return Ok(cx.write(|tx| async move { looked::record::<C>(&tx, at, operation, made).await }).await?);
        }
    }
    Ok(sent)
}
