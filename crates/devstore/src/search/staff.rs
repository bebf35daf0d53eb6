use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::staff::StaffMember;

const fn field(name: &'static str, kind: Kind, get: fn(&StaffMember) -> Found<'_>) -> Field<StaffMember> {
    Field { name, kind, get }
}

/// What `staffMembers` may be searched by.
pub(crate) static STAFF: Searchable<StaffMember> = Searchable {
    fields: &[
        field("id", Kind::Id, |row| Found::Id(row.id)),
        field("email", Kind::Text, |row| Found::text(&row.email)),
        field("first_name", Kind::Text, |row| Found::optional(row.first_name.as_deref())),
        field("last_name", Kind::Text, |row| Found::optional(row.last_name.as_deref())),
    ],
    words: |row| Found::text(&row.email),
};
