use std::collections::HashMap;

use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};

use super::cue::Group;
use super::setup::{Column, Entity, Model};
use super::standard::{STANDARD, standard};
use super::style::Ranges;
use crate::{Connector, Error};

/// Who takes the numbers of a cue so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Whose {
    /// The user alone.
    Personal,
    /// Everyone who says nothing else.
    Shared,
    /// Everyone, as long as nobody says anything.
    Standard,
}

/// How the numbers of a cue are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueSetup {
    /// The cue.
    pub name: &'static str,
    /// Among which others it stands.
    pub group: Group,
    /// How the user's numbers are taken.
    pub ranges: Ranges,
    /// Whose that is.
    pub whose: Whose,
    /// How those of everyone are taken who says nothing else.
    pub shared: Ranges,
}

/// What has been said of cues, by whom and of which.
pub(super) struct Said(HashMap<(bool, String), Ranges>);

impl Said {
    /// What was said by `user` and for everyone, read at once.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn read(connection: &impl ConnectionTrait, user: &str) -> Result<Self, Error> {
        let rows = Entity::find().filter(Column::UserName.is_in(["", user])).all(connection).await?;
        // What a later version has written, and this one can't read, is as if it was not said.
        let said = rows.into_iter().filter_map(|row| {
            let ranges = serde_json::from_str(&row.ranges).ok()?;
            Some(((row.user_name.is_empty(), row.cue), ranges))
        });
        Ok(Self(said.collect()))
    }

    fn shared(&self, name: &str) -> Option<Ranges> {
        self.0.get(&(true, name.to_owned())).copied()
    }

    /// How the numbers of a cue are taken, and whose that is.
    fn of(&self, name: &str, standard: Ranges) -> (Ranges, Whose) {
        let personal = self.0.get(&(false, name.to_owned())).map(|ranges| (*ranges, Whose::Personal));
        let shared = || self.shared(name).map(|ranges| (ranges, Whose::Shared));
        personal.or_else(shared).unwrap_or((standard, Whose::Standard))
    }

    /// Where a cue stands, and how its numbers are taken.
    pub(super) fn cue(&self, name: &'static str) -> Result<(Group, Ranges), Error> {
        let (group, ranges) = standard(name).ok_or_else(|| unknown(name))?;
        Ok((group, self.of(name, ranges).0))
    }
}

/// How `user` has the numbers of each cue taken, in the order in which they are shown.
///
/// # Errors
/// When the database fails.
pub async fn setup(connection: &impl ConnectionTrait, user: &str) -> Result<Vec<CueSetup>, Error> {
    let said = Said::read(connection, user).await?;
    let rows = STANDARD.iter().map(|(group, name, standard)| {
        let (ranges, whose) = said.of(name, *standard);
        CueSetup { name, group: *group, ranges, whose, shared: said.shared(name).unwrap_or(*standard) }
    });
    Ok(rows.collect())
}

/// Says how the numbers of a cue are taken: by `by` alone, or by everyone who says nothing else. `None`: as if nothing had
/// been said.
///
/// # Errors
/// [`Error::Given`] when there is no such cue, or the upper threshold is not above the lower one.
pub async fn set_up(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    (name, shared): (&str, bool),
    ranges: Option<Ranges>,
) -> Result<(), Error> {
    if shared {
        by.require(Area::Setup, Action::Change)?;
    }
    let (_, standard) = standard(name).ok_or_else(|| unknown(name))?;
    if ranges.is_some_and(|ranges| ranges.threshold2 <= ranges.threshold1) {
        let reason = "the upper threshold must be greater than the lower one: raise the upper, or lower the lower";
        return Err(Error::Given { name: "threshold2", reason: reason.to_owned() });
    }
    let user_name = if shared { String::new() } else { by.user_name.clone() };
    let key = (user_name.clone(), name.to_owned());
    let before = Entity::find_by_id(key.clone()).one(tx).await?;
    match ranges {
        None => {
            Entity::delete_by_id(key).exec(tx).await?;
        }
        Some(ranges) => {
            let unwritable = |error: serde_json::Error| Error::Unwritable(error.to_string());
            let ranges = serde_json::to_string(&ranges).map_err(unwritable)?;
            let mut conflict = OnConflict::columns([Column::UserName, Column::Cue]);
            conflict.update_column(Column::Ranges);
            let row = Model { user_name, cue: name.to_owned(), ranges };
            Entity::insert(row.into_active_model()).on_conflict(conflict).exec_without_returning(tx).await?;
        }
    }
    // What people say for themselves is no one else's business.
    if shared {
        let said = before.and_then(|row| serde_json::from_str(&row.ranges).ok());
        let old: Value = said.unwrap_or_else(|| json!(standard));
        let detail = json!({ "ranges": { "old": old, "new": ranges.unwrap_or(standard) } });
        connector.audit().record(tx, by, "cue set up", name, detail).await?;
    }
    Ok(tx.notify(Notice::new("cues", "")).await?)
}

fn unknown(name: &str) -> Error {
    let known: Vec<&str> = STANDARD.iter().map(|(_, name, _)| *name).collect();
    Error::Given { name: "cue", reason: format!("there is no cue '{name}'; there are: {}", known.join(", ")) }
}
