use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::arguments::string;
use super::connection::{Window, connection};
use super::cursor::{Position, SortValue};
use super::leaf;
use super::searched::search;
use super::session::{Resolved, Session, not_served};
use crate::search::STAFF;
use crate::store::staff::StaffMember;

/// `StaffMember`.
struct StaffObject(StaffMember);

/// The connection `staffMembers`.
pub(super) fn staff_members<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &STAFF)?;
    let sort = string(info, "sortKey");
    let position = |member: &StaffMember| {
        let text = |text: Option<&str>| SortValue::Text(text.unwrap_or_default().to_owned());
        let value = match sort.as_deref() {
            Some("EMAIL") => text(Some(&member.email)),
            Some("FIRST_NAME") => text(member.first_name.as_deref()),
            Some("LAST_NAME") => text(member.last_name.as_deref()),
            _ => SortValue::Number(i64::try_from(member.id).unwrap_or(i64::MAX)),
        };
        Position { value, id: member.id }
    };
    let page = session.read(|state| {
        let found = state.staff.iter().filter(|member| search.matches(member));
        window.page(found.map(|member| (position(member), member.clone())))
    });
    connection("StaffMemberConnection", "StaffMemberEdge", page, |member: &StaffMember| StaffObject(member.clone()))
}

/// The staff member with this number, or null.
pub(super) fn staff_member<'a>(session: &Session, id: Option<u64>) -> Resolved<'a> {
    let member = id.and_then(|id| session.read(|state| state.staff_member(id).cloned()));
    Ok(ResolvedValue::nullable_object(member.map(StaffObject)))
}

impl ObjectValue for StaffObject {
    fn type_name(&self) -> &str {
        "StaffMember"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let member = &self.0;
        match info.field_name() {
            "id" => leaf::gid("StaffMember", member.id),
            "firstName" => leaf::optional(member.first_name.as_deref()),
            "lastName" => leaf::optional(member.last_name.as_deref()),
            "name" => leaf::text(&member.name()),
            "email" => leaf::text(&member.email),
            "exists" => leaf::flag(member.exists),
            "isShopOwner" => leaf::flag(member.is_shop_owner),
            _ => not_served(self, info),
        }
    }
}
