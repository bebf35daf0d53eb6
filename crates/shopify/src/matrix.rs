//! The retry matrix: what is done about each thing that can come of a call, by what was asked. The whole of it is the
//! table in [`Situation::rules`]; a test goes through every line of it.

use crate::Kind;

/// What has come of sending a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Situation {
    /// There was no connection: it has not arrived.
    NotReached,
    /// It can't be sent as it is, by how this machine or the shop is set up.
    NotSendable,
    /// The other side can't prove who it is.
    NotTrusted,
    /// It may have been carried out, and no answer says so: a time-out or a reset after it was sent, 5xx, an internal
    /// error, an answer that is cut off.
    Lost,
    /// Refused for want of points; nothing was executed.
    NoPoints,
    /// Refused at the door, because there are too many (429); nothing was executed.
    Limited,
    /// Refused at the door, for a longer time (430, 540); nothing was executed.
    Displeased,
    /// The token is not accepted (401).
    Unauthorised,
    /// The store is closed for want of payment (402, `SHOP_INACTIVE`).
    Frozen,
    /// The store refuses this app or machine (403).
    Forbidden,
    /// There is no such store (404).
    UnknownShop,
    /// The store is locked (423).
    Locked,
    /// The app lacks a permission (`ACCESS_DENIED`).
    Denied,
    /// It costs more than is allowed (`MAX_COST_EXCEEDED`).
    TooCostly,
    /// It was understood and refused: invalid, or not found.
    Refused,
    /// The store left out a filter that it does not know.
    FilterIgnored,
    /// It was not answered by Shopify at all (3xx).
    Elsewhere,
    /// There is an answer, and it is not the promised one.
    Unreadable,
}

/// What is done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// It is sent again as it was, a few times.
    Again,
    /// It is sent again once its points are there, which counts as no failure.
    AgainWithPoints,
    /// It is sent again once, with another token where there can be one.
    Renew,
    /// It is not sent again before someone has looked whether it was carried out.
    Look,
    /// It would fail again.
    Fail,
}

impl Situation {
    /// What is done about it for a query, a mutation with a key, and a mutation without one.
    pub(crate) const fn rules(self) -> [Rule; 3] {
        use Rule::{Again, AgainWithPoints, Fail, Look, Renew};
        match self {
            //                      query            with a key       without
            Self::NotReached => [Again, Again, Again],
            Self::Lost => [Again, Again, Look],
            Self::NoPoints => [AgainWithPoints, AgainWithPoints, AgainWithPoints],
            Self::Limited | Self::Displeased => [Again, Again, Again],
            Self::Unauthorised => [Renew, Renew, Renew],
            Self::Unreadable => [Fail, Look, Look],
            Self::NotSendable
            | Self::NotTrusted
            | Self::Frozen
            | Self::Forbidden
            | Self::UnknownShop
            | Self::Locked
            | Self::Denied
            | Self::TooCostly
            | Self::Refused
            | Self::FilterIgnored
            | Self::Elsewhere => [Fail, Fail, Fail],
        }
    }

    /// What is done about it for this kind of document.
    pub(crate) const fn rule(self, kind: Kind) -> Rule {
        let [query, with_key, without] = self.rules();
        match kind {
            Kind::Query => query,
            Kind::IdempotentMutation => with_key,
            Kind::Mutation => without,
        }
    }
}
