use bytes::Bytes;

use crate::documents::bulk::{Operation, Status, Type};

/// What an [`Observer`](crate::Observer) hears of a bulk operation.
#[derive(Clone, Debug)]
pub enum Heard {
    /// It was started.
    Started(Beginning),
    /// It was looked at, and stood so.
    Looked(Operation),
    /// Its result was read, as far as whoever asked for it wanted.
    Read(Reading),
}

/// An operation that was started.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Its id.
    pub id: cynic::Id,
    /// Where it stood at once.
    pub status: Status,
    /// Whether it reads or writes.
    pub kind: Type,
    /// The name of its document, as `OrdersInBulk`.
    pub name: String,
    /// The lines that a mutation is run with; none of a query.
    pub sent: Bytes,
}

/// What was read of a result.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The operation.
    pub id: cynic::Id,
    /// Its first lines, at most [`KEPT`] bytes of them.
    pub beginning: Bytes,
    /// The bytes of all lines that were read.
    pub size: u64,
    /// Whether it was read to its end.
    pub is_whole: bool,
}

/// So much of a result is kept for an observer, in bytes.
pub const KEPT: usize = 1 << 20;

/// The name of a document: what stands behind `query` or `mutation`, else its first field.
pub(super) fn name_of(text: &str) -> String {
    let mut words =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let name = if matches!(first, "query" | "mutation") { words.next().unwrap_or(first) } else { first };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_document_is_called_as_it_calls_itself_or_by_its_first_field() {
        assert_eq!(name_of("query OrdersInBulk {\n  orders { edges { node { id } } } }"), "OrdersInBulk");
        assert_eq!(name_of("mutation PricesInBulk($id: ID!) { x }"), "PricesInBulk");
        assert_eq!(name_of("{ orders { edges { node { id } } } }"), "orders");
        assert_eq!(name_of("query { products { edges { node { id } } } }"), "products");
        assert_eq!(name_of(""), "");
    }
}
