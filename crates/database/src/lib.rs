//! One seam over SQLite and PostgreSQL: the only place that asks which engine it is.
//!
//! Readers get a snapshot ([`Db::read`]), writers a transaction ([`Db::write`]). On SQLite there is one writer at a
//! time, and waiting writers are served in turn; on PostgreSQL there are as many as the pool has connections, and a
//! transaction that lost a race is run again. What must happen after a commit, and only then, is left with the
//! transaction ([`Tx::after_commit`], [`Tx::notify`]).
//!
//! A table is described once, in its entity: [`Record`] gives its fields, their names in the API, their captions and
//! kinds, for filters, lists and OpenAPI.
//!
//! What it refuses to do: know a business table, or make a call that leaves the database while a transaction is open.
//!
//! Invariants: a write that begins inside a write is an error, never a deadlock; no transaction is half applied.

mod alone;
mod assign;
mod condition;
mod copy;
mod db;
mod error;
mod expected;
mod keyset;
mod limit;
pub mod list;
mod location;
mod lock;
mod many;
mod migrate;
mod notify;
mod pattern;
mod record;
pub mod search;
mod stored;
mod sum;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;

pub use alone::check_alone;
pub use assign::{Unfit, assign, assign_nothing};
pub use condition::condition;
pub use copy::copy;
pub use database_derive::Record;
pub use db::{Db, Engine};
pub use error::{Error, Result};
pub use expected::{blank, expect_many};
pub use location::Location;
pub use lock::ProcessLock;
pub use many::{insert_many, upsert_many};
pub use migrate::{Migrations, create_table};
pub use notify::{Listener, Notice};
pub use record::{Field, Record};
pub use sum::sum;
pub use tx::{Read, Tx};

#[doc(hidden)]
pub mod private {
    //! What the derive names in other crates.
    pub use sea_orm;
    pub use values;
}
