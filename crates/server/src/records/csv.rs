//! A list as a file of comma-separated values: the whole of it, page after page, so that it is never in memory at once.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::HeaderName;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use csv::WriterBuilder;
use futures::stream;
use values::field::Value;
use values::filter::Filter;

use super::computed::Snapshot;
use super::query::Query;
use super::resource::{Field, Resource};
use super::row::Row;
use crate::{App, Error};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Answers with every record of `resource` that `filter` lets through, in the order of `query`. The first page is read
/// before the answer begins, so what can't be asked for is refused as everywhere.
///
/// # Errors
/// Those of the list.
pub(super) async fn answer(
    app: &App,
    resource: &Arc<dyn Resource>,
    query: Query,
    filter: Filter,
) -> Result<Response, Error> {
    if !query.expand.is_empty() {
        return Err(Error::invalid(
            "$expand",
            "a file shows the records of one list: ask for the other as a list of its own",
        ));
    }
    let columns = columns(&**resource, query.select.as_deref());
    let captions = write(std::iter::once(columns.iter().map(|field| field.caption.to_owned()).collect()))?;
    let mut pages = Pages { app: app.clone(), resource: resource.clone(), columns, query: Some(query), filter };
    let first = pages.next().await?.unwrap_or_default();
    let begin = stream::iter([Ok(captions), Ok(first)]);
    let rest = stream::try_unfold(pages, |mut pages| async move {
        let page = pages.next().await.inspect_err(|error| tracing::error!(%error, "a file was broken off"))?;
        Ok::<_, Error>(page.map(|bytes| (bytes, pages)))
    });
    let body = futures::StreamExt::chain(begin, rest);
    Ok((headers(resource.name()), Body::from_stream(body)).into_response())
}

/// What says that an answer is such a file, of that name.
fn headers(name: &str) -> [(HeaderName, String); 2] {
    [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ]
}

/// Answers with a short table, captions first.
///
/// # Errors
/// [`Error::Csv`].
pub(crate) fn table<const N: usize>(name: &str, captions: [&str; N], rows: &[[Value; N]]) -> Result<Response, Error> {
    let captions = std::iter::once(captions.map(str::to_owned).to_vec());
    let bytes = write(captions.chain(rows.iter().map(|row| row.iter().map(cell).collect())))?;
    Ok((headers(name), bytes).into_response())
}

/// The fields that were selected, in that order; all of them when none was.
fn columns(resource: &dyn Resource, select: Option<&[String]>) -> Vec<Field> {
    match select {
        None => resource.fields().to_vec(),
        Some(names) => names.iter().filter_map(|name| resource.field(name)).copied().collect(),
    }
}

/// What is still to be written.
struct Pages {
    app: App,
    resource: Arc<dyn Resource>,
    columns: Vec<Field>,
    /// The next page; nothing after the last.
    query: Option<Query>,
    filter: Filter,
}

impl Pages {
    /// The lines of the next page.
    async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        let Some(query) = self.query.take() else { return Ok(None) };
        let (resource, filter, asked) = (&self.resource, &self.filter, &query);
        let now = self.app.clock.now();
        let read = |read| async move { resource.list(&Snapshot { read, now }, asked, filter.clone()).await };
        let page = self.app.db.read(read).await?;
        let shown = u64::try_from(page.rows.len()).unwrap_or(u64::MAX);
        self.query = page.next.and_then(|token| query.proceed(shown, token));
        write(page.rows.iter().map(|row| self.line(row))).map(Some)
    }

    fn line(&self, row: &Row) -> Vec<String> {
        let value = |column: &Field| row.fields.iter().find(|(name, _)| *name == column.name);
        self.columns.iter().map(|column| value(column).map_or_else(String::new, |(_, value)| cell(value))).collect()
    }
}

fn write(lines: impl Iterator<Item = Vec<String>>) -> Result<Bytes, Error> {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let unwritable = |reason: String| Error::Csv(reason);
    for line in lines {
        writer.write_record(line).map_err(|error| unwritable(error.to_string()))?;
    }
    writer.into_inner().map(Bytes::from).map_err(|error| unwritable(error.to_string()))
}

/// A value as it stands in a cell. A text that a spreadsheet would compute gets an apostrophe before it, which
/// spreadsheets read as "this is text"; a number is a number, whatever its sign.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) if text.starts_with(FORMULAS) => format!("'{text}"),
        Value::Text(text) => text.clone(),
        Value::Boolean(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::Decimal(value) => value.normalize().to_string(),
        Value::Date(value) => value.to_string(),
        Value::Time(value) => value.to_string(),
        Value::DateTime(value) => value.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        Value::Id(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_a_formula_and_a_negative_number_stays_one() {
        let text = |text: &str| cell(&Value::Text(text.to_owned()));
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(text("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(text("+47 22"), "'+47 22");
        assert_eq!(text("a=b"), "a=b");
        assert_eq!(cell(&Value::Decimal("-12.50".parse().unwrap())), "-12.5");
    }
}
