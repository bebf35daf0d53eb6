//! Whether customers want to be written to, as an app says it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::part::{number, refuse_with};
use super::user_error::UserError;
use crate::store::State;
use crate::store::customer::{Consent, Customer, MarketingState};

/// How a customer is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Email,
    Sms,
}

/// `CustomerEmailMarketingConsentUpdateInput` and `CustomerSmsMarketingConsentUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ConsentUpdate {
    customer_id: String,
    #[serde(alias = "emailMarketingConsent", alias = "smsMarketingConsent")]
    consent: ConsentInput,
}

/// `CustomerEmailMarketingConsentInput` and `CustomerSmsMarketingConsentInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct ConsentInput {
    consent_updated_at: Option<DateTime<Utc>>,
    marketing_opt_in_level: Option<String>,
    marketing_state: String,
}

/// `customerEmailMarketingConsentUpdate` and `customerSmsMarketingConsentUpdate`: only who can be written to can say so.
pub(crate) fn customer_consent_update(
    state: &mut State,
    way: Way,
    input: ConsentUpdate,
    now: DateTime<Utc>,
) -> Result<Arc<Customer>, Vec<UserError>> {
    let found = number(&input.customer_id, "Customer").and_then(|id| state.customers.get(&id));
    let Some(old) = found.cloned() else {
        return refuse_with("INVALID", &["input", "customerId"], "Customer does not exist");
    };
    let (part, missing) = match way {
        Way::Email => ("emailMarketingConsent", "An email address is required to set the email consent state"),
        Way::Sms => ("smsMarketingConsent", "A phone number is required to set the SMS consent state"),
    };
    let mut customer = Customer::clone(&old);
    let (address, consent) = match way {
        Way::Email => (&old.email, &mut customer.email_consent),
        Way::Sms => (&old.phone, &mut customer.sms_consent),
    };
    if address.is_none() {
        return refuse_with("INVALID", &["input", part], missing);
    }
    let said = said(part, input.consent, now)?;
    *consent = Consent { opt_in_level: said.opt_in_level.or_else(|| consent.opt_in_level.take()), ..said };
    if customer == *old {
        return Ok(old);
    }
    customer.updated_at = now;
    Ok(state.put_customer(customer))
}

/// What was said, if it is something that a customer can say.
fn said(part: &str, input: ConsentInput, now: DateTime<Utc>) -> Result<Consent, Vec<UserError>> {
    let at = |field| ["input", part, field];
    let state = match input.marketing_state.as_str() {
        "PENDING" => MarketingState::Pending,
        "SUBSCRIBED" => MarketingState::Subscribed,
        "UNSUBSCRIBED" => MarketingState::Unsubscribed,
        other => {
            let text = format!("Cannot specify {other} as a marketing state input");
            return refuse_with("INVALID", &at("marketingState"), text);
        }
    };
    let level = input.marketing_opt_in_level;
    if state == MarketingState::Pending && level.as_deref() != Some("CONFIRMED_OPT_IN") {
        let text = "Marketing opt in level must be confirmed opt-in for pending consent state";
        return refuse_with("INVALID", &at("marketingOptInLevel"), text);
    }
    let updated_at = input.consent_updated_at.unwrap_or(now);
    if updated_at > now {
        return refuse_with("INVALID", &at("consentUpdatedAt"), "Consent updated at must not be in the future");
    }
    Ok(Consent { state, opt_in_level: level, updated_at: Some(updated_at) })
}
