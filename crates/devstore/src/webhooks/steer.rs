use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use runtime::Shutdown;

use super::announcement::{self, Announcement};
use super::attempt::WebhookAttempt;
use super::deliver::Deliver;
use super::due;
use super::unreliable::{Unreliable, WebhookFaults};
use crate::devstore::lock;
use crate::{Error, Handle};

/// How often a served devstore looks for deliveries that are due.
const PAUSE: Duration = Duration::from_millis(250);

impl Handle {
    /// Says what brings webhooks to their addresses; until then they wait.
    pub fn deliver_with(&self, courier: Arc<dyn Deliver>) {
        *lock(&self.devstore().0.courier) = Some(courier);
    }

    /// Makes every delivery that is due, and gives their number. None is made before [`Handle::deliver_with`].
    pub async fn deliver_due(&self) -> usize {
        let courier = lock(&self.devstore().0.courier).clone();
        match courier {
            Some(courier) => due::deliver_due(self.devstore(), &*courier).await,
            None => 0,
        }
    }

    /// Makes deliveries when they are due, until it is told to stop.
    pub async fn deliver_until(&self, shutdown: &Shutdown) {
        loop {
            self.deliver_due().await;
            tokio::select! {
                () = shutdown.requested() => return,
                () = self.devstore().0.clock.sleep(PAUSE) => {}
            }
        }
    }

    /// When the next delivery is due, on the devstore's time.
    pub fn next_delivery(&self) -> Option<DateTime<Utc>> {
        due::next_due(self.devstore())
    }

    /// How many deliveries are still to be made.
    pub fn waiting_deliveries(&self) -> usize {
        self.devstore().0.stores.iter().map(|store| store.read().deliveries.len()).sum()
    }

    /// The tries to deliver that were made, oldest first.
    pub fn webhook_attempts(&self) -> Vec<WebhookAttempt> {
        lock(&self.devstore().0.attempts).all()
    }

    /// Says how unreliable the deliveries of what happens from now on are; `seed` decides the chances.
    ///
    /// # Errors
    /// [`Error::Value`] for a chance that is none.
    pub fn set_webhook_faults(&self, faults: WebhookFaults, seed: u64) -> Result<(), Error> {
        faults.check().map_err(Error::Value)?;
        *lock(&self.devstore().0.unreliable) = Unreliable::planned(faults, seed);
        Ok(())
    }

    /// Tells something that no mutation makes.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn announce(&self, announcement: Announcement) -> Result<(), Error> {
        let store = self.store(announcement.store.as_deref())?;
        announcement::make(self.devstore(), store, announcement);
        Ok(())
    }
}
