//! Changes of records by people, written into the audit log with what was there before.

use access::Principal;
use database::{Record, Tx};
use sea_orm::ModelTrait;
use values::field::Value;

use crate::{App, Error};

/// The fields by which people call records, the first of them first.
const NAMES: [&str; 7] = ["number", "code", "userName", "name", "title", "description", "shopifyOrderNumber"];

/// Writes down what `by` changed of a record: made where there was none before, deleted where there is none after.
pub(crate) async fn audited<E: Record>(
    app: &App,
    tx: &Tx,
    by: &Principal,
    before: Option<&E::Model>,
    after: Option<&E::Model>,
) -> Result<(), Error>
where
    E::Model: ModelTrait<Entity = E>,
{
    let subject = after.or(before).map(called::<E>).unwrap_or_default();
    Ok(app.access.audit().changed::<E>(tx, by, &subject, before, after).await?)
}

/// What people call the record.
fn called<E: Record>(model: &E::Model) -> String {
    let named = NAMES.iter().filter_map(|name| E::field(name)).map(|field| E::value(model, field.column));
    let mut texts = named.filter_map(|value| match value {
        Value::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    });
    texts.next().unwrap_or_else(|| E::CAPTION.to_owned())
}
