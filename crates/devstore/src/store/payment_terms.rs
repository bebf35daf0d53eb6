use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// When an order is to be paid.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PaymentTerms {
    pub id: u64,
    /// The number of the template that they follow.
    pub template: u64,
    pub schedule_id: u64,
    pub issued_at: Option<DateTime<Utc>>,
    /// Nothing while it waits for something else than a day.
    pub due_at: Option<DateTime<Utc>>,
}

/// Terms that every shop has.
#[derive(Debug)]
pub(crate) struct PaymentTermsTemplate {
    pub id: u64,
    pub name: &'static str,
    pub description: &'static str,
    /// As `PaymentTermsType` names it.
    pub kind: &'static str,
    pub due_in_days: Option<u16>,
}

const fn net(id: u64, name: &'static str, description: &'static str, days: u16) -> PaymentTermsTemplate {
    PaymentTermsTemplate { id, name, description, kind: "NET", due_in_days: Some(days) }
}

const fn plain(id: u64, name: &'static str, description: &'static str, kind: &'static str) -> PaymentTermsTemplate {
    PaymentTermsTemplate { id, name, description, kind, due_in_days: None }
}

/// All of them, with the numbers that they have in every shop.
pub(crate) static TEMPLATES: [PaymentTermsTemplate; 9] = [
    plain(1, "Due on receipt", "Due on receipt", "RECEIPT"),
    plain(9, "Due on fulfillment", "Due on fulfillment", "FULFILLMENT"),
    net(2, "Net 7", "Within 7 days", 7),
    net(3, "Net 15", "Within 15 days", 15),
    net(4, "Net 30", "Within 30 days", 30),
    net(8, "Net 45", "Within 45 days", 45),
    net(5, "Net 60", "Within 60 days", 60),
    net(6, "Net 90", "Within 90 days", 90),
    plain(7, "Fixed", "Fixed date", "FIXED"),
];

impl PaymentTermsTemplate {
    /// The template with this number.
    pub(crate) fn find(id: u64) -> Option<&'static Self> {
        TEMPLATES.iter().find(|template| template.id == id)
    }
}

impl PaymentTerms {
    /// The template that they follow.
    pub(crate) fn template(&self) -> Option<&'static PaymentTermsTemplate> {
        PaymentTermsTemplate::find(self.template)
    }

    /// Whether the day has come.
    pub(crate) fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.due_at.is_some_and(|due| due <= now)
    }
}
