use chrono::{DateTime, Utc};
use database::Tx;
use shopify::{Client, Document};

use super::Model;
use crate::Error;

/// The variable in which a mutation that Shopify recognises by its key takes that key.
pub const KEY: &str = "key";

/// A kind of change in Shopify: how its answer is read, and how one looks whether it was made.
pub trait Change: Send + Sync + 'static {
    /// The mutation. One of [`Kind::IdempotentMutation`](shopify::Kind::IdempotentMutation) has a variable [`KEY`].
    type Mutation: Document;

    /// What people call it, as "Mark as Paid".
    const DESCRIPTION: &'static str;

    /// The object that makes it, and that a person starts again.
    const OBJECT: i32;

    /// Whether the store makes it in a job of its own, which is followed for a while.
    const IS_A_JOB: bool = false;

    /// What the store has said of it.
    fn told(answer: &<Self::Mutation as Document>::Answer) -> Told;

    /// When it was made by the store's own clock, where the answer says so.
    fn made_at(_: &<Self::Mutation as Document>::Answer) -> Option<DateTime<Utc>> {
        None
    }

    /// Looks whether it was made: directly, by an id, never by a search, whose index lags behind.
    fn read_back(client: &Client, operation: &Model) -> impl Future<Output = Result<ReadBack, shopify::Error>> + Send;

    /// Writes down what follows from its having been made, in the transaction that says so; `at` is when, where the store has
    /// said it.
    fn made(tx: &Tx, operation: &Model, at: Option<DateTime<Utc>>) -> impl Future<Output = Result<(), Error>> + Send;
}

/// What the store has said of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was made.
    Made,
    /// It was refused, and nothing was changed.
    Refused(String),
    /// The same is being made at this moment (`IDEMPOTENCY_CONCURRENT_REQUEST`).
    UnderWay,
    /// The key stands for an attempt that failed for good (`IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED`).
    KeyIsUsedUp,
}

impl Told {
    /// What user errors mean, each by its code, if it has one, and its message. Payloads without codes say of a key the
    /// same in words.
    pub fn by_errors<'a>(errors: impl IntoIterator<Item = (Option<&'a str>, &'a str)>) -> Self {
        let mut refused = Vec::new();
        for (code, message) in errors {
            let says = |words: &str| message.to_ascii_lowercase().contains(words);
            match code {
                Some("IDEMPOTENCY_CONCURRENT_REQUEST") => return Self::UnderWay,
                Some("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED") => return Self::KeyIsUsedUp,
                None if says("idempoten") && says("concurrent") => return Self::UnderWay,
                None if says("idempoten") && says("previous attempt") => return Self::KeyIsUsedUp,
                _ => refused.push(message.trim().trim_end_matches('.')),
            }
        }
        if refused.is_empty() { Self::Made } else { Self::Refused(refused.join("; ")) }
    }
}

/// What looking for a change has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBack {
    /// It was made.
    Found,
    /// It was not made.
    Absent,
    /// That can't be told.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn what_is_said_of_a_key_is_told_from_a_refusal() {
        assert_eq!(Told::by_errors([]), Told::Made);
        assert_eq!(
            Told::by_errors([(None, "No such order."), (Some("X"), "Bad")]),
            Told::Refused("No such order; Bad".into())
        );
        assert_eq!(Told::by_errors([(Some("IDEMPOTENCY_CONCURRENT_REQUEST"), "wait")]), Told::UnderWay);
        assert_eq!(Told::by_errors([(Some("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"), "")]), Told::KeyIsUsedUp);
        let mismatch = (Some("IDEMPOTENCY_KEY_PARAMETER_MISMATCH"), "other parameters");
        assert_eq!(Told::by_errors([mismatch]), Told::Refused("other parameters".into()));
        let plain = "A request with the same idempotency key is running concurrently.";
        assert_eq!(Told::by_errors([(None, plain)]), Told::UnderWay);
    }
}
