use database::Record;
use values::field::Kind;

/// A table that a request page can filter.
#[derive(Clone, Debug)]
pub struct FilterTable {
    /// Its name in filters, as `OrdersToImport`.
    pub name: &'static str,
    /// Its caption.
    pub caption: &'static str,
    /// The entity set of its records.
    pub set: &'static str,
    /// Its fields; those that are offered first come first.
    pub fields: Vec<FilterField>,
}

/// A field that can be filtered.
#[derive(Clone, Copy, Debug)]
pub struct FilterField {
    /// Its name in filters and in the API.
    pub name: &'static str,
    /// The name that its record has for it.
    pub own_name: &'static str,
    /// Its caption.
    pub caption: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Whether the request page shows it without being asked.
    pub offered: bool,
}

impl FilterTable {
    /// Every filterable field of a record; `offered` are shown first.
    pub fn of<E: Record>(name: &'static str, offered: &[&str]) -> Self {
        let described = |field: &database::Field<E::Column>| FilterField {
            name: field.name,
            own_name: field.name,
            caption: field.caption,
            kind: field.kind,
            offered: offered.contains(&field.name),
        };
        let mut fields: Vec<_> = E::fields().iter().filter(|field| field.filterable).map(described).collect();
        fields.sort_by_key(|field| offered.iter().position(|name| *name == field.name).unwrap_or(usize::MAX));
        Self { name, caption: E::CAPTION, set: E::NAME, fields }
    }

    /// With one more field, for what is computed and not stored.
    #[must_use]
    pub fn with(mut self, field: FilterField) -> Self {
        self.fields.push(field);
        self
    }

    /// With the name and the caption that others have for one of its fields: a record may hold what comes from elsewhere
    /// without knowing from where. A field that is not there is left out.
    #[must_use]
    pub fn renamed(mut self, own_name: &str, name: &'static str, caption: &'static str) -> Self {
        for field in self.fields.iter_mut().filter(|field| field.own_name == own_name) {
            (field.name, field.caption) = (name, caption);
        }
        self
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&FilterField> {
        self.fields.iter().find(|field| field.name == name)
    }
}
