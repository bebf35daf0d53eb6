//! Why a posted shipment is not sent to Shopify, and what becomes of it.

use std::fmt;

use chrono::{DateTime, Utc};

use super::number::{FAILED, LEFT_OUT, READY};

/// One reason. Its text says what stands against it, [`Reason::remedy`] what to do, [`Reason::leaves`] how the shipment stands
/// then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// No goods are in it.
    NoGoods,
    /// Its order is not staged here.
    UnknownOrder(String),
    /// The agent's page has no address.
    NoAddress {
        /// The agent.
        agent: String,
        /// What stands there.
        address: String,
    },
    /// Shopify holds back what is to be sent.
    Held(Vec<String>),
    /// It is to be sent later.
    Scheduled(Option<DateTime<Utc>>),
    /// Shopify does not let it be sent now.
    NotNow {
        /// How the part of the order stands.
        status: String,
        /// How far a service was asked for it.
        request: String,
    },
    /// What is left of it is sent by a service.
    OfService(String),
    /// The order was called off.
    Cancelled,
    /// Nothing of it waits in Shopify.
    NothingWaits,
    /// The order is not there in Shopify.
    OrderGone,
    /// Shopify has refused it.
    Refused(String),
    /// Whether it was sent can't be told.
    Unknown,
    /// What a person says was sent is not there.
    NotThere,
}

impl Reason {
    /// The number that the shipment has then: one that is tried again at each run stays as it is.
    pub(crate) fn leaves(&self) -> i64 {
        match self {
            Self::UnknownOrder(_)
            | Self::NoAddress { .. }
            | Self::Held(_)
            | Self::Scheduled(_)
            | Self::NotNow { .. }
            | Self::Unknown => READY,
            Self::OfService(_) | Self::Cancelled | Self::NothingWaits | Self::OrderGone | Self::Refused(_) => FAILED,
            Self::NoGoods | Self::NotThere => LEFT_OUT,
        }
    }

    /// What a person can do.
    pub(crate) fn remedy(&self) -> String {
        match self {
            Self::NoGoods => "Nothing is to be done: Shopify has nothing to send of it.".into(),
            Self::UnknownOrder(_) => "Import the order again, or choose Leave Out on the posted shipment.".into(),
            Self::NoAddress { agent, .. } => format!(
                "Correct Internet Address of the shipping agent {agent}, as https://example.com/track?number=%1; the next run \
                 sends the shipment."
            ),
            Self::Held(_) => "Release the hold in Shopify; the next run sends the shipment.".into(),
            Self::Scheduled(_) => "Mark the fulfillment order as open in Shopify, or wait; the next run after that sends it.".into(),
            Self::NotNow { .. } => "Make the order ready to be fulfilled in Shopify; the next run sends the shipment.".into(),
            Self::OfService(_) => {
                "Move the fulfillment order to a location of your own in Shopify and choose Send Again, or choose Leave Out.".into()
            }
            Self::Cancelled => "Take the goods back with a sales credit memo, and choose Leave Out on the posted shipment.".into(),
            Self::NothingWaits => {
                "Compare the order in Shopify with the shipment, then choose Send Again or Leave Out on the posted shipment.".into()
            }
            Self::OrderGone => {
                "Grant the app the access scope read_merchant_managed_fulfillment_orders, or read_all_orders for an order older \
                 than 60 days, if it lacks it, and choose Send Again, or choose Leave Out."
                    .into()
            }
            Self::Refused(_) => "Correct what Shopify refuses, then choose Send Again on the posted shipment, or Leave Out.".into(),
            Self::Unknown => {
                "Look in Shopify, then choose It Was Done or Send Again on the page Changes in Shopify.".into()
            }
            Self::NotThere => "If it is to be sent all the same, choose Send Again on the posted shipment.".into(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGoods => f.write_str("No lines applicable for fulfillment."),
            Self::UnknownOrder(number) => write!(f, "The Shopify order {number} is not known here."),
            Self::NoAddress { agent, address } => {
                write!(f, "The page of the shipping agent {agent}, '{address}', is no address on the web.")
            }
            Self::Held(reasons) if reasons.is_empty() => f.write_str("Shopify holds the fulfillment order back."),
            Self::Held(reasons) => write!(f, "Shopify holds the fulfillment order back: {}.", reasons.join(", ")),
            Self::Scheduled(None) => f.write_str("The fulfillment order is scheduled for later."),
            Self::Scheduled(Some(at)) => {
                write!(f, "The fulfillment order is scheduled for {}.", at.format("%Y-%m-%d %H:%M UTC"))
            }
            Self::NotNow { status, request } => {
                write!(
                    f,
                    "Shopify does not let the fulfillment order be fulfilled now: it is {status}, its request {request}."
                )
            }
            Self::OfService(name) => {
                write!(
                    f,
                    "No corresponding fulfillment lines found: what is left is sent by the fulfillment service {name}."
                )
            }
            Self::Cancelled => f.write_str(
                "No corresponding fulfillment lines found: the order was cancelled in Shopify before it was sent.",
            ),
            Self::NothingWaits => {
                f.write_str("No corresponding fulfillment lines found: nothing of it waits to be sent in Shopify.")
            }
            Self::OrderGone => {
                f.write_str("The order is not there in Shopify, or the app may not read how it is sent.")
            }
            Self::Refused(why) => write!(f, "Fulfillment was not created in Shopify: {why}."),
            Self::Unknown => {
                f.write_str("It was sent to Shopify, no answer came, and whether it was made can't be told.")
            }
            Self::NotThere => {
                f.write_str("It was said to be done in Shopify, and no fulfillment there has what was sent.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_a_sentence_with_a_remedy() {
        let reasons = [
            Reason::NoGoods,
            Reason::UnknownOrder("#1001".into()),
            Reason::NoAddress { agent: "DHL".into(), address: "?".into() },
            Reason::Held(vec!["Incorrect address".into()]),
            Reason::Held(Vec::new()),
            Reason::Scheduled(None),
            Reason::Scheduled(Some(DateTime::UNIX_EPOCH)),
            Reason::NotNow { status: "Open".into(), request: "Submitted".into() },
            Reason::OfService("ShipBob".into()),
            Reason::Cancelled,
            Reason::NothingWaits,
            Reason::OrderGone,
            Reason::Refused("Invalid quantity".into()),
            Reason::Unknown,
            Reason::NotThere,
        ];
        for reason in &reasons {
            assert!(reason.to_string().ends_with('.') && reason.remedy().ends_with('.'), "{reason}");
        }
    }
}
