use serde::Serialize;
use serde::de::DeserializeOwned;

/// What may be done when the answer to a document is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It reads: it is sent again.
    Query,
    /// It writes, and carries a key by which Shopify recognises it: it is sent again, with the same variables.
    IdempotentMutation,
    /// It writes: it is not sent again before someone has looked.
    Mutation,
}

/// Something that can be asked of Shopify.
pub trait Document {
    /// Its name, sent as the operation's name.
    const NAME: &'static str;
    /// What it does.
    const KIND: Kind = Kind::Query;
    /// Its fields that the answer is of use without: an error about one of these is logged, and it is null. An error
    /// about any other field, or about none, fails the whole.
    const OPTIONAL: &'static [&'static str] = &[];
    /// The letter of its fields that are called by it and a number, where each of them is answered for itself: what goes wrong
    /// inside Shopify at some of them leaves these null, and says nothing of the others.
    const EACH: Option<char> = None;
    /// What it is asked with.
    type Variables: Serialize + Send + Sync;
    /// What is answered.
    type Answer: DeserializeOwned + Send;

    /// Its text.
    fn text() -> &'static str;

    /// What Shopify asks for it, in points: the requested cost by the formula of [`crate::cost`].
    fn cost(variables: &Self::Variables) -> u32;
}
