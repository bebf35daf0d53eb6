use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::SecretString;
use values::Code;

use crate::{Access, Error, Principal, Result};

/// How many wrong passwords are taken before it takes longer.
const FREE: u32 = 5;
/// How long the first pause is; each later one is twice as long as the one before.
const PAUSE: TimeDelta = TimeDelta::seconds(30);
/// How long the longest pause is, and after which time the wrong ones are forgotten.
const LONGEST: TimeDelta = TimeDelta::minutes(15);
/// How many names are remembered.
const NAMES: usize = 10_000;

/// Wrong passwords of late, by the name of the user, whether there is such a user or not. They are in memory only.
#[derive(Clone, Debug, Default)]
pub struct Attempts(Arc<Mutex<HashMap<String, Wrong>>>);

#[derive(Clone, Copy, Debug)]
struct Wrong {
    count: u32,
    last: DateTime<Utc>,
}

impl Wrong {
    fn pause(self) -> TimeDelta {
        match self.count.checked_sub(FREE) {
            None => TimeDelta::zero(),
            Some(over) => PAUSE.checked_mul(1_i32 << over.min(10)).map_or(LONGEST, |pause| pause.min(LONGEST)),
        }
    }
}

impl Attempts {
    /// Counts an attempt as a wrong one until it turns out to be right, so that many at a time are not free either.
    fn begin(&self, name: &str, now: DateTime<Utc>) -> Result<()> {
        let mut attempts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if attempts.len() >= NAMES {
            attempts.retain(|_, wrong| now - wrong.last < LONGEST);
        }
        let known = attempts.get(name).copied().filter(|wrong| now - wrong.last < LONGEST);
        let wrong = known.unwrap_or(Wrong { count: 0, last: now });
        let wait = wrong.last + wrong.pause() - now;
        if wait > TimeDelta::zero() {
            let seconds = u64::try_from(wait.num_milliseconds()).unwrap_or_default().div_ceil(1000);
            return Err(Error::TooManyAttempts { seconds });
        }
        attempts.insert(name.to_owned(), Wrong { count: wrong.count + 1, last: now });
        Ok(())
    }

    fn right(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

impl Access {
    /// Who signs in with this name and password; after five wrong ones for a name, no password for it is looked at for
    /// a while.
    ///
    /// # Errors
    /// Those of [`Access::verify_password`]; [`Error::TooManyAttempts`].
    pub async fn sign_in(&self, user_name: &str, password: &SecretString) -> Result<Principal> {
        let name = Code::<50>::new(user_name).map(|name| name.to_string()).unwrap_or_default();
        self.attempts.begin(&name, self.clock.now())?;
        let signed_in = self.verify_password(user_name, password).await;
        if !matches!(signed_in, Err(Error::WrongPassword)) {
            self.attempts.right(&name);
        }
        signed_in
    }
}
