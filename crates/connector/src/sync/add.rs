//! Records of the back office that someone chose on a list, and the object that adds them to a store.

use std::collections::BTreeSet;

use access::Principal;
use job_queue::{Filters, Queue};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use super::start::{Started, Sync, sync};
use crate::{Connector, Error};

/// What is added to the store of which shop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Adding<'a> {
    /// The shop.
    pub shop: &'a str,
    /// The object that does it.
    pub object: i32,
    /// The filter of its request page that names single records.
    pub filter: &'static str,
    /// What one of them is called.
    pub one: &'static str,
    /// The time zone in which date words are read.
    pub time_zone: chrono_tz::Tz,
}

/// Adds those that were chosen, in the background or at once as the shop card says; `found` are those of them that are there,
/// by their numbers: so asking for the same ones again is known to be the same.
///
/// # Errors
/// [`Error::Chosen`] when one is not there; and as [`sync()`].
pub(crate) async fn add(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    adding: Adding<'_>,
    chosen: &BTreeSet<Uuid>,
    found: &[(Uuid, Code<20>)],
) -> Result<Started, Error> {
    if let Some(id) = chosen.iter().find(|id| found.iter().all(|(there, _)| there != *id)) {
        return Err(Error::Chosen(format!("there is no {} with the id {id}", adding.one)));
    }
    let numbers: Vec<String> = found.iter().map(|(_, number)| exactly(number.as_str())).collect();
    let task = Sync {
        shop: adding.shop.to_owned(),
        object: adding.object,
        options: Value::Null,
        filters: Filters::new().with(adding.filter, numbers.join("|")),
        time_zone: adding.time_zone,
    };
    sync(connector, queue, by, &task).await
}

/// The filter expression that means this text and nothing else, whatever stands in it.
pub(crate) fn exactly(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::exactly;

    #[test]
    fn a_quotation_mark_in_a_number_ends_no_filter() {
        assert_eq!(exactly("10|20"), "'10|20'");
        assert_eq!(exactly("L'AUTRE"), "'L''AUTRE'");
    }
}
