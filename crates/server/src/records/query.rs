use database::list::{self, Direction};
use values::filter::{Filter, Words};

use super::filter::{self, FILTER, OF_FIELD, SEARCH};
use super::resource::{Field, Personal, Resource};
use crate::Error;

/// The most records of one page, and what a page has when nobody asks for less.
pub(crate) const PAGE: u64 = 1000;
/// How far `$skip` may jump. Whoever wants to go on further follows `@odata.nextLink`.
pub(crate) const FURTHEST_SKIP: u64 = list::MOST_SKIPPED;

const ORDER_BY: &str = "$orderby";
const TOP: &str = "$top";
const SKIP: &str = "$skip";
const SKIP_TOKEN: &str = "$skiptoken";
const COUNT: &str = "$count";
const SELECT: &str = "$select";
const EXPAND: &str = "$expand";
const FORMAT: &str = "$format";

const OF_LISTS: &[&str] =
    &[FILTER, SEARCH, ORDER_BY, TOP, SKIP, SKIP_TOKEN, COUNT, SELECT, EXPAND, FORMAT, "filter.FIELD"];
const OF_RECORDS: &[&str] = &[SELECT, EXPAND];

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A page of it, as JSON.
    Json,
    /// All of it, as comma-separated values.
    Csv,
}

/// What a request asks of a list, or of one record: read once, and then right.
#[derive(Debug)]
pub(crate) struct Query {
    /// Which records, by their own names.
    pub(crate) filter: Filter,
    search: Option<String>,
    order: Vec<(String, Direction)>,
    top: Option<u64>,
    skip: u64,
    skip_token: Option<String>,
    count: bool,
    /// Which fields; all when nothing is said.
    pub(crate) select: Option<Vec<String>>,
    /// Which sets are shown with their records.
    pub(crate) expand: Vec<String>,
    /// How it is written.
    pub(crate) format: Format,
    page: u64,
    given: Vec<(String, String)>,
}

impl Query {
    /// Reads the query options of a list of `resource`, and how large the client wants a page.
    ///
    /// # Errors
    /// [`Error::Invalid`] names the option, says what is wrong with it and what would do.
    pub(crate) fn of_list(
        resource: &dyn Resource,
        query: &str,
        page: Option<u64>,
        words: &Words,
    ) -> Result<Self, Error> {
        let given = options(query, OF_LISTS)?;
        let option = |name: &str| given.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
        let skip = option(SKIP).map(|text| number(SKIP, text)).transpose()?.unwrap_or_default();
        if skip > FURTHEST_SKIP {
            let message = format!("$skip is at most {FURTHEST_SKIP}: follow @odata.nextLink to go on from there");
            return Err(Error::invalid(SKIP, message));
        }
        Ok(Self {
            filter: which(resource, &given, words)?,
            search: option(SEARCH).map(|text| filter::search(resource, text)).transpose()?.flatten(),
            order: option(ORDER_BY).map_or(Ok(Vec::new()), |text| order(resource, text))?,
            top: option(TOP).map(|text| number(TOP, text)).transpose()?,
            skip,
            skip_token: option(SKIP_TOKEN).map(str::to_owned),
            count: option(COUNT).map_or(Ok(false), boolean)?,
            select: option(SELECT).map(|text| select(resource, text)).transpose()?,
            expand: option(EXPAND).map_or(Ok(Vec::new()), |text| expand(resource, text))?,
            format: option(FORMAT).map_or(Ok(Format::Json), format_of)?,
            page: page.unwrap_or(PAGE).clamp(1, PAGE),
            given,
        })
    }

    /// Reads the query options of one record of `resource`.
    ///
    /// # Errors
    /// As [`Query::of_list`].
    pub(crate) fn of_record(resource: &dyn Resource, query: &str) -> Result<Self, Error> {
        let given = options(query, OF_RECORDS)?;
        let option = |name: &str| given.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
        Ok(Self {
            filter: Filter::everything(),
            search: None,
            order: Vec::new(),
            top: None,
            skip: 0,
            skip_token: None,
            count: false,
            select: option(SELECT).map(|text| select(resource, text)).transpose()?,
            expand: option(EXPAND).map_or(Ok(Vec::new()), |text| expand(resource, text))?,
            format: Format::Json,
            page: 1,
            given: Vec::new(),
        })
    }

    /// In the order of the records of one owner, when no other was asked for.
    pub(crate) fn owned(mut self, resource: &dyn Resource) -> Self {
        if self.order.is_empty() {
            self.order = resource.order().iter().map(|name| ((*name).to_owned(), Direction::Ascending)).collect();
        }
        self
    }

    /// The latest first where the records are someone's own, when no other order was asked for.
    pub(crate) fn personal(mut self, resource: &dyn Resource) -> Self {
        if let (true, Some(Personal { latest, .. })) = (self.order.is_empty(), resource.personal()) {
            self.order = vec![(latest.to_owned(), Direction::Descending)];
        }
        self
    }

    /// What the database is asked for: one page of the records that `filter` lets through.
    pub(crate) fn of_page(&self, filter: Filter) -> list::Query {
        list::Query {
            filter,
            search: self.search.clone(),
            order: self.order.clone(),
            top: self.top.map_or(self.page, |top| top.min(self.page)),
            skip: self.skip,
            skip_token: self.skip_token.clone(),
            count: self.count,
        }
    }

    /// What asks for the next page, after one of `shown` records that ended at `token`; nothing when all that was asked
    /// for has been shown.
    pub(crate) fn proceed(self, shown: u64, token: String) -> Option<Self> {
        let top = self.top.map(|top| top.saturating_sub(shown));
        let next = Self { top, skip: 0, skip_token: Some(token), count: false, ..self };
        (top != Some(0)).then_some(next)
    }

    /// The options that ask for the next page, after one of `shown` records that ended at `token`; nothing when the
    /// client has all it asked for.
    pub(crate) fn next(&self, shown: u64, token: &str) -> Option<String> {
        let left = self.top.map(|top| top.saturating_sub(shown));
        if left == Some(0) {
            return None;
        }
        let kept = self.given.iter().filter(|(name, _)| ![TOP, SKIP, SKIP_TOKEN].contains(&name.as_str()));
        let mut options: Vec<(&str, String)> = kept.map(|(name, value)| (name.as_str(), value.clone())).collect();
        options.extend(left.map(|left| (TOP, left.to_string())));
        options.push((SKIP_TOKEN, token.to_owned()));
        let encode = |value: &str| form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>();
        let pairs = options.iter().map(|(name, value)| format!("{name}={}", encode(value)));
        Some(pairs.collect::<Vec<_>>().join("&"))
    }
}

/// The options of a request, none twice, all of them known.
fn options(query: &str, known: &[&str]) -> Result<Vec<(String, String)>, Error> {
    let mut options: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let of_field = name.starts_with(OF_FIELD) && known == OF_LISTS;
        if !of_field && !known.contains(&name.as_ref()) {
            let message = format!("'{name}' is no query option here: there are {}", known.join(", "));
            return Err(Error::invalid(&name, message));
        }
        if !of_field && options.iter().any(|(given, _)| *given == name) {
            return Err(Error::invalid(&name, format!("{name} is given twice")));
        }
        options.push((name.into_owned(), value.into_owned()));
    }
    Ok(options)
}

/// What every filter of the request lets through.
fn which(resource: &dyn Resource, given: &[(String, String)], words: &Words) -> Result<Filter, Error> {
    let all = given.iter().try_fold(Filter::everything(), |all, (name, text)| {
        let filter = match (name.as_str(), name.strip_prefix(OF_FIELD)) {
            (_, Some(field)) => filter::of_field(resource, field, text, words)?,
            (FILTER, _) => filter::odata(resource, text, words)?,
            _ => return Ok(all),
        };
        Ok::<_, Error>(all.and(filter))
    })?;
    if all.conditions() > Filter::MOST_CONDITIONS {
        let message = format!("the filters of a list have at most {} conditions together", Filter::MOST_CONDITIONS);
        return Err(Error::invalid(FILTER, message));
    }
    Ok(all)
}

fn format_of(text: &str) -> Result<Format, Error> {
    match text {
        "json" => Ok(Format::Json),
        "csv" => Ok(Format::Csv),
        other => Err(Error::invalid(FORMAT, format!("{FORMAT} is json or csv, not '{other}'"))),
    }
}

fn number(option: &str, text: &str) -> Result<u64, Error> {
    text.parse().map_err(|_| Error::invalid(option, format!("{option} is a whole number from 0 on, not '{text}'")))
}

fn boolean(text: &str) -> Result<bool, Error> {
    text.parse().map_err(|_| Error::invalid(COUNT, format!("{COUNT} is true or false, not '{text}'")))
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// The names of the fields that `which` lets through, for a sentence.
pub(super) fn those(resource: &dyn Resource, which: fn(&Field) -> bool) -> String {
    let names: Vec<_> = resource.fields().iter().filter(|field| which(field)).map(|field| field.name).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn order(resource: &dyn Resource, text: &str) -> Result<Vec<(String, Direction)>, Error> {
    let mut order = Vec::new();
    for part in names(text) {
        let (name, direction) = match part.split_once(char::is_whitespace) {
            None => (part, Direction::Ascending),
            Some((name, word)) if word.trim() == "asc" => (name, Direction::Ascending),
            Some((name, word)) if word.trim() == "desc" => (name, Direction::Descending),
            Some((name, word)) => {
                let message = format!("after '{name}' comes asc or desc, not '{}'", word.trim());
                return Err(Error::invalid(ORDER_BY, message));
            }
        };
        let Some(field) = resource.field(name).filter(|field| field.sortable) else {
            let can = those(resource, |field| field.sortable);
            let message = format!("{} can't be ordered by '{name}'; they can by: {can}", resource.name());
            return Err(Error::invalid(ORDER_BY, message));
        };
        order.push((field.own_name.to_owned(), direction));
    }
    Ok(order)
}

fn select(resource: &dyn Resource, text: &str) -> Result<Vec<String>, Error> {
    let check = |name: &str| match resource.field(name) {
        Some(_) => Ok(name.to_owned()),
        None => {
            let has = those(resource, |_| true);
            Err(Error::invalid(SELECT, format!("{} have no field '{name}'; they have: {has}", resource.name())))
        }
    };
    names(text).map(check).collect()
}

fn expand(resource: &dyn Resource, text: &str) -> Result<Vec<String>, Error> {
    let check = |name: &str| match resource.child(name) {
        Some(_) => Ok(name.to_owned()),
        None => {
            let sets: Vec<_> = resource.children().iter().map(|child| child.resource.name()).collect();
            let can = if sets.is_empty() { "nothing".to_owned() } else { sets.join(", ") };
            let message = format!("'{name}' can't be expanded; {} can expand: {can}", resource.name());
            Err(Error::invalid(EXPAND, message))
        }
    };
    names(text).map(check).collect()
}
