use std::future::Future;

use chrono::{DateTime, Utc};
use database::{Record, Tx};
use runtime::Random;
use sea_orm::{IntoActiveModel, TryIntoModel};

use super::Given;
use crate::Result;

/// An entity whose records people keep.
pub trait Upkeep:
    Record<
        Model: IntoActiveModel<Self::ActiveModel> + Send + Sync,
        ActiveModel: TryIntoModel<Self::Model> + Send + Sync,
        Column: Send + Sync,
    >
{
    /// What people call one, as `currency`.
    const ONE: &'static str;
    /// The fields that tell its records apart: given to a new record, and kept. None: there is one record, which is only
    /// changed.
    const KEY: &'static [Self::Column];
    /// The fields of the key that may be blank.
    const MAY_BE_BLANK: &'static [Self::Column];
    /// The fields that the program alone sets, beside the id.
    const KEPT: &'static [Self::Column];

    /// What a new record begins with, where that is not blank, by the names of the fields.
    fn begins_with() -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// Changes what can't stay as it was, because it belongs to what is given anew.
    fn follow(_: &mut Self::ActiveModel, _: &Given) {}

    /// Checks what else must hold of a record, after it has been made or changed and before that is kept.
    fn check(_: &Tx, _: &Self::Model) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// What follows elsewhere from a record that was made or changed, once it is kept.
    fn kept(_: &Tx, _: &Self::Model, _: DateTime<Utc>, _: &Random) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// Who else names a record that is to be deleted, beside those who name its code; nothing when nobody does.
    fn is_used(_: &Tx, _: &Self::Model) -> impl Future<Output = Result<Option<&'static str>>> + Send {
        async { Ok(None) }
    }
}
