use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::column::Column;
use super::product::{is_published, product};
use super::row::{Row, read};
use crate::Error;
use crate::mutate::{Moment, ProductIdentifier, product_set};
use crate::store::State;

/// What was taken from files.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Loaded {
    /// Products.
    pub products: usize,
    /// Their variants.
    pub variants: usize,
    /// The columns that something stands in and a store has no place for.
    pub columns_left_out: BTreeSet<String>,
}

/// Puts the products of every `.csv` file of a folder into a store. A product of a handle that is there becomes what
/// the file says.
///
/// # Errors
/// [`Error::File`]: then the store may hold a part of it, so the caller changes a copy.
pub(crate) fn load(state: &mut State, folder: &Path, now: DateTime<Utc>) -> Result<Loaded, Error> {
    let mut loaded = Loaded::default();
    let location = format!("gid://shopify/Location/{}", state.shop.location_id);
    for file in files(folder)? {
        let wrong = |reason: String| Error::File { path: file.clone(), reason };
        let rows = read(&file).map_err(wrong)?;
        loaded.columns_left_out.extend(rows.left_out);
        for rows in rows.rows.chunk_by(same) {
            let input = product(rows, &location).map_err(wrong)?;
            let line = rows.first().map_or(0, |row| row.line);
            let identifier = ProductIdentifier { handle: input.texts.handle.clone(), id: None };
            let product = product_set(state, Some(identifier), input, Moment::still(now))
                .map_err(|errors| wrong(format!("line {line}: {}", Error::rule(errors))))?;
            if is_published(rows).map_err(wrong)? {
                state.publish_to_channels(product.id, now);
            }
            loaded.products += 1;
            loaded.variants += product.variants.len();
        }
    }
    // What a shop begins with is no news.
    state.take_happened();
    Ok(loaded)
}

fn same(a: &Row, b: &Row) -> bool {
    a.get(Column::Handle) == b.get(Column::Handle)
}

/// The files, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let wrong = |reason: String| Error::File { path: folder.to_owned(), reason };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| wrong(error.to_string()))? {
        let path = entry.map_err(|error| wrong(error.to_string()))?.path();
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(wrong("no file in it ends in .csv".to_owned()));
    }
    files.sort();
    Ok(files)
}
