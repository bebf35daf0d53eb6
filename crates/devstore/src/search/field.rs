use std::borrow::Cow;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

/// A field that a search may name.
pub(crate) struct Field<R: 'static> {
    pub name: &'static str,
    pub kind: Kind,
    pub get: fn(&R) -> Found<'_>,
}

/// What a field holds, and so how the text of a term is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Time,
    Id,
    Number,
    Flag,
    /// Equal, upper and lower case aside; a trailing `*` matches a beginning.
    Text,
    /// As text, and a word within it is enough.
    Words,
}

/// What a record has in a field.
pub(crate) enum Found<'a> {
    Nothing,
    Time(DateTime<Utc>),
    Id(u64),
    Number(Decimal),
    Flag(bool),
    Text(Cow<'a, str>),
    Texts(Vec<Cow<'a, str>>),
    Ids(Vec<u64>),
    Numbers(Vec<Decimal>),
}

impl<'a> Found<'a> {
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    pub(crate) fn optional(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    pub(crate) fn texts(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Texts(texts.into_iter().map(Cow::Borrowed).collect())
    }
}
