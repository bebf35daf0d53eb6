//! Of what is counted: everything, or what is of one shop.

use std::borrow::Cow;

use crate::shops::Model;

/// A filter in OData, as a cue has one.
type Filter = Cow<'static, str>;

/// The part of all records that cues count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part(Option<Shop>);

/// A shop card, by what its records name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shop {
    code: String,
    store: String,
}

impl Part {
    /// What is of that shop; without one, everything.
    pub(super) fn of(shop: Option<Model>) -> Self {
        Self(shop.map(|card| Shop { code: card.code.to_string(), store: card.domain }))
    }

    /// Whether it is everything.
    pub(super) const fn is_all(&self) -> bool {
        self.0.is_none()
    }

    /// The cards that share its customers and companies.
    pub(super) fn cards(&self, cards: Vec<Model>) -> Vec<Model> {
        match &self.0 {
            Some(shop) => cards.into_iter().filter(|card| card.domain == shop.store).collect(),
            None => cards,
        }
    }

    /// The records of shops that the filter lets through.
    pub(super) fn of_shop(&self, filter: impl Into<Filter>) -> Filter {
        self.and(filter.into(), "shopCode", |shop| &shop.code)
    }

    /// Those of stores.
    pub(super) fn of_store(&self, filter: impl Into<Filter>) -> Filter {
        self.and(filter.into(), "store", |shop| &shop.store)
    }

    /// Those of the job queue, whose scope is the shop's code.
    pub(super) fn of_scope(&self, filter: impl Into<Filter>) -> Filter {
        self.and(filter.into(), "scope", |shop| &shop.code)
    }

    fn and(&self, filter: Filter, field: &str, of: impl Fn(&Shop) -> &String) -> Filter {
        let Some(shop) = &self.0 else { return filter };
        let own = format!("{field} eq '{}'", of(shop).replace('\'', "''"));
        Cow::Owned(if filter.is_empty() { own } else { format!("{filter} and {own}") })
    }
}
