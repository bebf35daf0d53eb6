use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use database::Read;
use secrecy::SecretString;
use uuid::Uuid;

use crate::token::digest;
use crate::{Access, Error, Principal, Result, Via};

/// How long a ticket is good for.
const GOOD_FOR: TimeDelta = TimeDelta::minutes(15);

/// The tickets that were given out, by their digests. They are in memory only: none outlives the process.
#[derive(Clone, Debug, Default)]
pub struct Tickets(Arc<Mutex<HashMap<String, Ticket>>>);

#[derive(Clone, Copy, Debug)]
struct Ticket {
    user: Uuid,
    until: DateTime<Utc>,
}

impl Access {
    /// A ticket that signs the user in once, within a quarter of an hour, on this process.
    pub fn ticket(&self, user_id: Uuid) -> SecretString {
        let now = self.clock.now();
        let text = URL_SAFE_NO_PAD.encode(self.random.bytes::<32>());
        let mut tickets = self.tickets.0.lock().unwrap_or_else(PoisonError::into_inner);
        tickets.retain(|_, ticket| ticket.until > now);
        tickets.insert(digest(&text), Ticket { user: user_id, until: now + GOOD_FOR });
        text.into()
    }

    /// Who comes with this ticket. It is used up.
    ///
    /// # Errors
    /// [`Error::UsedTicket`] when it was used, is too old, or was never given out; [`Error::UserDisabled`].
    pub async fn redeem_ticket(&self, text: &str) -> Result<Principal> {
        let taken = self.tickets.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&digest(text));
        let ticket = taken.filter(|ticket| ticket.until > self.clock.now()).ok_or(Error::UsedTicket)?;
        let find = |r: Read| async move { crate::user::find_by_id(&r, ticket.user).await };
        self.db.read(find).await?.principal(Via::Ticket)
    }
}
