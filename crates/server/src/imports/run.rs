use access::{Audit, Principal};
use back_office::{customers, expected_receipts, general_journal, item_journal, items, prices};
use chrono::{DateTime, Utc};
use database::{Db, Tx};
use runtime::Random;
use serde_json::json;

use super::file::{self, File};
use super::list::{Importing, MasterList};
use super::report::{Problem, Report};
use crate::master::Making;
use crate::shopify_product_matches::MatchList;
use crate::{Error, kept_lists};

/// Every list into which a file can be read.
pub(super) fn all() -> Vec<Box<dyn Importing>> {
    let mut lists = kept_lists::importing();
    lists.push(Box::new(MasterList::<customers::Entity>::new()));
    lists.push(Box::new(MasterList::<items::Entity>::new()));
    lists.push(Box::new(MasterList::<general_journal::line::Entity>::new()));
    lists.push(Box::new(MasterList::<item_journal::line::Entity>::new()));
    lists.push(Box::new(MasterList::<expected_receipts::Entity>::new()));
    lists.push(Box::new(MasterList::<prices::list::Entity>::new()));
    lists.push(Box::new(MasterList::<prices::line::Entity>::new()));
    lists.push(Box::new(MatchList));
    lists
}

/// The names of the lists into which a file can be read.
pub fn importable() -> Vec<&'static str> {
    let mut names: Vec<_> = all().iter().map(|list| list.name()).collect();
    names.sort_unstable();
    names
}

/// Reads a file of comma-separated values into the list of that name: a record for each row, or, with one problem or in a
/// trial, none. The audit log says in the same transaction who did it.
///
/// # Errors
/// [`Error::Invalid`] when there is no such list; when the database fails. What is wrong with the file is in the report.
pub async fn import(
    db: &Db,
    (audit, by): (&Audit, &Principal),
    name: &str,
    file: File<'_>,
    dry_run: bool,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Report, Error> {
    let (list, at) = (&*list(name)?, &Making { now, random: random.clone() });
    let write = |tx| async move {
        let report = make(list, at, &tx, file, dry_run).await?;
        // What is not to be kept ends the transaction.
        if dry_run || !report.problems.is_empty() {
            return Err(Error::NotImported(report));
        }
        let detail = json!({ "entity": name, "rows": report.created });
        audit.record(&tx, by, "records imported", name, detail).await?;
        Ok(report)
    };
    match db.write(write).await {
        Err(Error::NotImported(report)) => Ok(report),
        other => other,
    }
}

/// The same in the caller's transaction, which must not be kept when the report has problems.
///
/// # Errors
/// As [`import`].
pub async fn import_in(
    tx: &Tx,
    name: &str,
    bytes: &[u8],
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Report, Error> {
    make(&*list(name)?, &Making { now, random: random.clone() }, tx, File { bytes, given: &[] }, false).await
}

/// The list of that name.
pub(super) fn list(name: &str) -> Result<Box<dyn Importing>, Error> {
    all().into_iter().find(|list| list.name() == name).ok_or_else(|| {
        let message = format!("there is no list '{name}' to import; there are: {}", importable().join(", "));
        Error::invalid("entity", message)
    })
}

async fn make(list: &dyn Importing, at: &Making, tx: &Tx, file: File<'_>, dry_run: bool) -> Result<Report, Error> {
    let rows = file::read(list, file);
    let mut report = Report { dry_run, rows: rows.count, created: 0, problems: rows.problems };
    for (row, values) in rows.read {
        match list.make(at, tx, values).await {
            Ok(()) => report.created += 1,
            Err(error) if error.status().is_client_error() => {
                let field = error.target().unwrap_or_default();
                report.problems.push(Problem { row, field, message: error.to_string() });
            }
            Err(error) => return Err(error),
        }
    }
    report.problems.sort_by_key(|problem| problem.row);
    if !report.problems.is_empty() {
        report.created = 0;
    }
    Ok(report)
}
