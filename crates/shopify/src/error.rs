use std::time::Duration;

use crate::Decision;
use crate::budget::Unavailable;

/// Why there is no answer, sorted by what can be done about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The token is not accepted.
    #[error(
        "{store} does not accept the access token; copy it again from the store's app settings, or install the app again if it was removed"
    )]
    NotConnected {
        /// The store.
        store: String,
    },
    /// The store gives no token any more.
    #[error("{store} gives no access token any more ({reason}); connect the shop again")]
    GrantRefused {
        /// The store.
        store: String,
        /// What it said.
        reason: String,
    },
    /// The app is not in the store.
    #[error(
        "the app is not installed in {store}; release it with its scopes, install it there, and connect the shop again"
    )]
    AppNotInstalled {
        /// The store.
        store: String,
    },
    /// The client id or its secret is wrong.
    #[error("{store} does not know the app; copy its client id and client secret again and connect the shop again")]
    AppUnknown {
        /// The store.
        store: String,
    },
    /// The token can't be had for another reason than what the store said.
    #[error("there is no access token for {store}: {reason}")]
    NoToken {
        /// The store.
        store: String,
        /// Why.
        reason: String,
        /// Whether there may be one later.
        may_pass: bool,
    },
    /// There is no such store.
    #[error("there is no store at {store}; check the spelling of its myshopify.com address")]
    UnknownShop {
        /// The store.
        store: String,
    },
    /// The store is closed for want of payment.
    #[error("{store} is frozen by Shopify because of an unpaid bill; its owner can open it again")]
    Frozen {
        /// The store.
        store: String,
    },
    /// The store is locked.
    #[error("{store} is locked by Shopify; its owner can have it unlocked by Shopify's support")]
    Locked {
        /// The store.
        store: String,
    },
    /// The store refuses this app or this machine.
    #[error(
        "{store} refuses the request ({reason}); check that the app is approved and that this machine may reach the store"
    )]
    Forbidden {
        /// The store.
        store: String,
        /// What it said.
        reason: String,
    },
    /// Nobody answers.
    #[error("{store} can't be reached: {source}")]
    Unreachable {
        /// The store.
        store: String,
        /// Why.
        source: outbound::Error,
    },
    /// The other side can't prove who it is.
    #[error("{store} can't be trusted: {source}")]
    Certificate {
        /// The store.
        store: String,
        /// What is wrong with its certificate.
        source: outbound::Error,
    },
    /// The ledger of the store's points can't be reached; nothing was sent.
    #[error("the points that {store} allows can't be shared out: {source}; try again later")]
    NoBudget {
        /// The store.
        store: String,
        /// Why.
        source: Unavailable,
    },
    /// Nothing was sent, because of how this machine or the shop is set up.
    #[error("nothing was sent to {store}: {source}")]
    NotSent {
        /// The store.
        store: String,
        /// Why.
        source: outbound::Error,
    },
    /// The store answers, but not with what was asked for.
    #[error("{store} is not able to answer at the moment ({reason}); try again later")]
    Unavailable {
        /// The store.
        store: String,
        /// What it said.
        reason: String,
        /// When it is to be tried again, if the store said so.
        after: Option<Duration>,
    },
    /// Other apps, or other machines, use up the points.
    #[error("{store} has refused {document} {times} times because its points are used up; run fewer tasks at once")]
    Throttled {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// How often.
        times: u32,
    },
    /// The app lacks a permission.
    #[error("the app may not do this in {store}: {reason}; add the access scope to the app and install it again")]
    AccessDenied {
        /// The store.
        store: String,
        /// What Shopify said; it names the scope.
        reason: String,
    },
    /// The document can't be paid for.
    #[error("{document} costs {cost} points and {store} allows {limit}; a smaller page is needed")]
    TooCostly {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// What it costs.
        cost: u32,
        /// What is allowed.
        limit: u32,
    },
    /// Shopify did not understand a filter and left it out, so that the answer is not what was asked for.
    #[error("{store} does not know a filter of {document} ({reason}); nothing was read")]
    FilterIgnored {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// Which filters.
        reason: String,
    },
    /// As many bulk operations run as the store allows.
    #[error(
        "{store} runs as many bulk operations as it allows ({reason}); this one is started when one of them has ended"
    )]
    BulkBusy {
        /// The store.
        store: String,
        /// What it said.
        reason: String,
    },
    /// A bulk operation has no whole result.
    #[error("a bulk operation of {store} has ended without its whole result ({reason}); start it again")]
    BulkEnded {
        /// The store.
        store: String,
        /// Why.
        reason: String,
        /// Whether the same operation may succeed the next time.
        again: bool,
    },
    /// Shopify has understood the request and refuses it.
    #[error("{store} refuses {document}: {reason}")]
    Rejected {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// What it said.
        reason: String,
    },
    /// The answer is none, or not the promised one.
    #[error("the answer of {store} to {document} can't be read ({reason}); check that the address leads to Shopify")]
    Malformed {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// A change may have been made or not: look before it is sent again.
    #[error(
        "it is not known whether {store} has carried out {document} ({reason}); look there before it is sent again"
    )]
    Unclear {
        /// The store.
        store: String,
        /// The document.
        document: &'static str,
        /// What happened.
        reason: String,
    },
}

impl Error {
    /// Whether no call will be answered until a person connects the shop again.
    pub fn is_disconnected(&self) -> bool {
        matches!(
            self,
            Self::NotConnected { .. }
                | Self::GrantRefused { .. }
                | Self::AppNotInstalled { .. }
                | Self::AppUnknown { .. }
        )
    }

    /// What a job does about it.
    pub fn decision(&self) -> Decision {
        match self {
            Self::Unreachable { .. }
            | Self::Throttled { .. }
            | Self::NoBudget { .. }
            | Self::NoToken { may_pass: true, .. } => Decision::Retry { after: None },
            Self::Unavailable { after, .. } => Decision::Retry { after: *after },
            Self::BulkBusy { .. } => Decision::Retry { after: Some(Duration::from_secs(60)) },
            Self::BulkEnded { again: true, .. } => Decision::Retry { after: None },
            Self::Frozen { .. } => Decision::Retry { after: Some(Duration::from_secs(3600)) },
            Self::Locked { .. } | Self::Unclear { .. } => Decision::Hold,
            Self::NotConnected { .. }
            | Self::GrantRefused { .. }
            | Self::AppNotInstalled { .. }
            | Self::AppUnknown { .. }
            | Self::NoToken { .. }
            | Self::UnknownShop { .. }
            | Self::Forbidden { .. }
            | Self::Certificate { .. }
            | Self::NotSent { .. }
            | Self::AccessDenied { .. }
            | Self::TooCostly { .. }
            | Self::FilterIgnored { .. }
            | Self::BulkEnded { again: false, .. }
            | Self::Rejected { .. }
            | Self::Malformed { .. } => Decision::Fail,
        }
    }
}
