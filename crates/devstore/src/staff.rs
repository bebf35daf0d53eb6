//! Who works for a store: its merchant takes people on, and lets them go.

use serde::Deserialize;
use shopify_schema::gid::StaffMemberId;

use crate::store::State;
use crate::store::staff::StaffMember;
use crate::{Error, Handle};

/// Someone who is to work for a store.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewStaffMember {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The e-mail address, which nobody else of the staff has.
    pub email: String,
    /// Whether the store is this person's.
    pub is_shop_owner: bool,
}

/// How a staff member is to be different. What is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct StaffChange {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The staff member, by its global id.
    pub staff_member: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Whether the account still exists.
    pub exists: Option<bool>,
    /// Whether it is to be taken out of the staff: orders then name nobody in its place.
    pub removed: bool,
}

impl Handle {
    /// Takes someone on, and gives the global id.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for an e-mail address that is blank or taken.
    pub fn add_staff_member(&self, new: &NewStaffMember) -> Result<String, Error> {
        self.alter(new.store.as_deref(), |state, _| {
            check_email(state, &new.email, None)?;
            let id = state.ids.next();
            state.staff.push(StaffMember {
                id,
                first_name: new.first_name.clone(),
                last_name: new.last_name.clone(),
                email: new.email.clone(),
                is_shop_owner: new.is_shop_owner,
                exists: true,
            });
            Ok(format!("gid://shopify/StaffMember/{id}"))
        })
    }

    /// Changes a staff member, or takes it out of the staff.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a staff member that is not there, or an e-mail address that is blank
    /// or taken.
    pub fn change_staff_member(&self, change: &StaffChange) -> Result<(), Error> {
        self.alter(change.store.as_deref(), |state, _| {
            let id = number(state, &change.staff_member)?;
            if let Some(email) = &change.email {
                check_email(state, email, Some(id))?;
            }
            if change.removed {
                state.staff.retain(|member| member.id != id);
            }
            for member in state.staff.iter_mut().filter(|member| member.id == id) {
                change.apply(member);
            }
            Ok(())
        })
    }
}

impl StaffChange {
    fn apply(&self, member: &mut StaffMember) {
        if self.first_name.is_some() {
            member.first_name.clone_from(&self.first_name);
        }
        if self.last_name.is_some() {
            member.last_name.clone_from(&self.last_name);
        }
        if let Some(email) = &self.email {
            member.email.clone_from(email);
        }
        member.exists = self.exists.unwrap_or(member.exists);
    }
}

/// The number of the staff member with this global id.
pub(crate) fn number(state: &State, id: &str) -> Result<u64, Error> {
    let number = id.parse::<StaffMemberId>().ok().map(StaffMemberId::number);
    number
        .filter(|number| state.staff_member(*number).is_some())
        .ok_or_else(|| Error::Value(format!("there is no staff member '{id}': give the global id of one")))
}

/// Whether nobody but the staff member with the number `own` has this e-mail address.
fn check_email(state: &State, email: &str, own: Option<u64>) -> Result<(), Error> {
    let is_taken = state.staff.iter().any(|member| member.email == email && Some(member.id) != own);
    if email.trim().is_empty() || is_taken {
        let text = format!("a staff member can't have the e-mail address '{email}': give one that nobody else has");
        return Err(Error::Value(text));
    }
    Ok(())
}
