use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::location::Location;

const fn field(name: &'static str, kind: Kind, get: fn(&Location) -> Found<'_>) -> Field<Location> {
    Field { name, kind, get }
}

/// What `locations` may be searched by.
pub(crate) static LOCATIONS: Searchable<Location> = Searchable {
    fields: &[
        field("id", Kind::Id, |row| Found::Id(row.id)),
        field("location_id", Kind::Id, |row| Found::Id(row.id)),
        field("name", Kind::Words, |row| Found::text(&row.name)),
        field("active", Kind::Flag, |row| Found::Flag(row.active)),
        field("legacy", Kind::Flag, |row| Found::Flag(row.service.is_some())),
        field("city", Kind::Text, |row| Found::optional(row.city.as_deref())),
        field("country", Kind::Text, |row| Found::text(&row.country_code)),
        field("province", Kind::Text, |row| Found::optional(row.province_code.as_deref())),
        field("zip", Kind::Text, |row| Found::optional(row.zip.as_deref())),
        field("created_at", Kind::Time, |row| Found::Time(row.created_at)),
    ],
    words: |row| Found::text(&row.name),
};
