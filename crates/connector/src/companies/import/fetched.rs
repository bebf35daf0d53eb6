use chrono::{DateTime, Utc};
use shopify::documents::companies::{Company, Told};

/// One company, as Shopify said it.
#[derive(Clone, Debug)]
pub(crate) struct Fetched {
    /// Its id in Shopify.
    pub shopify_company_id: i64,
    /// What the import reads of it, or why it can't.
    pub company: Result<Company, String>,
}

impl Fetched {
    /// Those of a page.
    pub fn all(told: Vec<Told>) -> Vec<Self> {
        let fetched = |told: Told| {
            let shopify_company_id = i64::try_from(told.id).ok()?;
            Some(Self { shopify_company_id, company: told.company })
        };
        told.into_iter().filter_map(fetched).collect()
    }
}

/// When the last of them changed; `None` when none can be read.
pub(crate) fn newest(companies: &[Fetched]) -> Option<DateTime<Utc>> {
    companies.iter().filter_map(|fetched| fetched.company.as_ref().ok()).map(|company| company.updated_at).max()
}
