use std::sync::Arc;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::company::{Company, CompanyLocation};

const fn field(name: &'static str, kind: Kind, get: fn(&Company) -> Found<'_>) -> Field<Company> {
    Field { name, kind, get }
}

/// What `companies` may be searched by.
pub(crate) static COMPANIES: Searchable<Company> = Searchable {
    fields: &[
        field("id", Kind::Id, |company| Found::Id(company.id)),
        field("name", Kind::Words, |company| Found::text(&company.name)),
        field("external_id", Kind::Text, |company| Found::optional(company.external_id.as_deref())),
        field("created_at", Kind::Time, |company| Found::Time(company.created_at)),
        field("updated_at", Kind::Time, |company| Found::Time(company.updated_at)),
        field("since_date", Kind::Time, |company| Found::Time(company.customer_since)),
    ],
    words: |company| Found::text(&company.name),
};

/// A location, by its place in its company.
#[derive(Clone)]
pub(crate) struct LocationRow {
    pub company: Arc<Company>,
    pub place: usize,
}

impl LocationRow {
    /// The location; a row is only made for one that exists.
    pub(crate) fn location(&self) -> Option<&CompanyLocation> {
        self.company.locations.get(self.place)
    }
}

const fn place(name: &'static str, kind: Kind, get: fn(&LocationRow) -> Found<'_>) -> Field<LocationRow> {
    Field { name, kind, get }
}

fn of(row: &LocationRow, get: fn(&CompanyLocation) -> Found<'_>) -> Found<'_> {
    row.location().map_or(Found::Nothing, get)
}

/// What `companyLocations` may be searched by.
pub(crate) static COMPANY_LOCATIONS: Searchable<LocationRow> = Searchable {
    fields: &[
        place("id", Kind::Id, |row| of(row, |location| Found::Id(location.id))),
        place("ids", Kind::Id, |row| of(row, |location| Found::Id(location.id))),
        place("company_id", Kind::Id, |row| Found::Id(row.company.id)),
        place("name", Kind::Words, |row| of(row, |location| Found::text(&location.name))),
        place("external_id", Kind::Text, |row| of(row, |location| Found::optional(location.external_id.as_deref()))),
        place("created_at", Kind::Time, |row| of(row, |location| Found::Time(location.created_at))),
        place("updated_at", Kind::Time, |row| of(row, |location| Found::Time(location.updated_at))),
    ],
    words: |row| of(row, |location| Found::text(&location.name)),
};
