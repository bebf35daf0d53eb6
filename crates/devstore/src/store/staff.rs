use serde::{Deserialize, Serialize};

use super::state::State;

/// Someone who works for the store.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct StaffMember {
    pub id: u64,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: String,
    pub is_shop_owner: bool,
    /// Whether the account still exists.
    pub exists: bool,
}

impl StaffMember {
    /// The whole name.
    pub(crate) fn name(&self) -> String {
        let parts: Vec<&str> = self.first_name.iter().chain(&self.last_name).map(String::as_str).collect();
        parts.join(" ")
    }
}

impl State {
    /// The staff member with this number.
    pub(crate) fn staff_member(&self, id: u64) -> Option<&StaffMember> {
        self.staff.iter().find(|member| member.id == id)
    }
}
