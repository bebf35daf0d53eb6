use database::Db;
use runtime::{Clock, Random};

use crate::session::Tickets;
use crate::user::Attempts;
use crate::{Audit, Vault};

/// Users, tokens, settings and the vault of one database. Cheap to clone.
///
/// What writes takes the caller's transaction and the [`crate::Principal`] on whose behalf it is done.
#[derive(Clone, Debug)]
pub struct Access {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) audit: Audit,
    pub(crate) attempts: Attempts,
    pub(crate) tickets: Tickets,
    vault: Vault,
}

impl Access {
    /// Over a database that has [`crate::migrations`].
    pub fn new(db: Db, clock: Clock, random: Random, vault: Vault) -> Self {
        let audit = Audit::new(clock.clone());
        Self { db, clock, random, audit, attempts: Attempts::default(), tickets: Tickets::default(), vault }
    }

    /// Where secrets are sealed and opened.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The audit log.
    pub fn audit(&self) -> &Audit {
        &self.audit
    }
}
