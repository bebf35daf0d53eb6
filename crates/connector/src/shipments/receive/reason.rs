//! Why a fulfilment of Shopify is not posted.

use std::fmt;

/// One reason. Its text says what stands against it, [`Reason::remedy`] what to do; the next run tries again by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A line was fulfilled that the sales order does not have.
    NoLine {
        /// The sales order.
        document: String,
        /// The id of the line in Shopify.
        line_id: i64,
    },
    /// More was fulfilled than is left to be shipped.
    TooMany {
        /// The sales order.
        document: String,
        /// What stands on the line.
        line: String,
        /// How many were fulfilled.
        fulfilled: i64,
        /// How many are left.
        left: String,
    },
    /// A shipment was posted here that Shopify does not know yet.
    NotSent(String),
    /// What is in it can't be read.
    Unreadable,
    /// The back office has refused it.
    Refused(String),
}

impl Reason {
    /// What a person can do.
    pub(super) fn remedy(&self) -> String {
        match self {
            Self::NoLine { .. } => {
                "Add the line to the sales order, or apply what Shopify has changed of the order; the next run posts it.".into()
            }
            Self::TooMany { .. } => {
                "Correct the quantity of the line, or cancel the fulfillment in Shopify; the next run tries again.".into()
            }
            Self::NotSent(_) => {
                "Run Sync Shipments to Shopify, which takes the fulfillment over, or choose Leave Out on that shipment.".into()
            }
            Self::Unreadable => "Import the order again; the next run tries again.".into(),
            Self::Refused(_) => "Correct what the back office refuses; the next run posts it.".into(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLine { document, line_id } => {
                write!(f, "The {document} has no line for the line {line_id} that was fulfilled in Shopify.")
            }
            Self::TooMany { document, line, fulfilled, left } => write!(
                f,
                "Of '{line}', {fulfilled} were fulfilled in Shopify, and {left} are left to be shipped of the {document}."
            ),
            Self::NotSent(number) => {
                write!(f, "The posted sales shipment {number} of the same order was not sent to Shopify yet.")
            }
            Self::Unreadable => f.write_str("What is in the fulfillment can't be read."),
            Self::Refused(why) => write!(f, "The shipment can't be posted: {why}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_a_sentence_with_a_remedy() {
        let reasons = [
            Reason::NoLine { document: "sales order SO-1".into(), line_id: 7 },
            Reason::TooMany { document: "sales order SO-1".into(), line: "Cap".into(), fulfilled: 3, left: "2".into() },
            Reason::NotSent("PS-1".into()),
            Reason::Unreadable,
            Reason::Refused("the customer is blocked".into()),
        ];
        for reason in &reasons {
            assert!(reason.to_string().ends_with('.') && reason.remedy().ends_with('.'), "{reason}");
        }
    }
}
