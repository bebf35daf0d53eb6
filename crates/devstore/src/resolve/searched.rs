use apollo_compiler::resolvers::ResolveInfo;

use super::problem::Problem;
use super::session::Session;
use crate::search::{InvalidTime, Search, Searchable};

/// A search that lets everything through when there is no query.
pub(super) struct Asked<R: 'static>(Option<Search<R>>);

impl<R> Asked<R> {
    pub(super) fn matches(&self, record: &R) -> bool {
        self.0.as_ref().is_none_or(|search| search.matches(record))
    }
}

/// Reads the search of a field, and keeps what the answer has to tell about it.
pub(super) fn search<R>(
    session: &Session,
    info: &ResolveInfo<'_>,
    query: Option<&str>,
    searchable: &Searchable<R>,
) -> Result<Asked<R>, Problem> {
    let Some(query) = query.filter(|query| !query.trim().is_empty()) else { return Ok(Asked(None)) };
    let zone = session.read(|state| state.shop.time_zone);
    let mut search = Search::read(query, searchable, zone).map_err(|InvalidTime { field }| {
        Problem::bad_request(format!("Invalid timestamp for query filter `{field}`."))
    })?;
    let key = info.field_selections().first().map(|field| field.response_key().to_string()).unwrap_or_default();
    session.searches.borrow_mut().push((key, search.take_report()));
    Ok(Asked(Some(search)))
}
