use chrono::{DateTime, TimeDelta, Utc};

use super::input::TermsInput;
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::ids::Ids;
use crate::store::payment_terms::{PaymentTerms, PaymentTermsTemplate};

/// The payment terms that an input asks for, whose days begin now where it says nothing.
pub(super) fn terms(input: &TermsInput, ids: &mut Ids, now: DateTime<Utc>) -> Result<PaymentTerms, Vec<UserError>> {
    let Some(id) = input.payment_terms_template_id.as_deref() else {
        return refuse(&[], "Payment terms template id can not be empty.");
    };
    let template = number(id, "PaymentTermsTemplate").and_then(PaymentTermsTemplate::find);
    let Some(template) = template else {
        return refuse(&["paymentTerms", "paymentTermsTemplateId"], "Payment terms template does not exist");
    };
    let schedule = match input.payment_schedules.as_slice() {
        [] => None,
        [only] => Some(only),
        _ => return refuse(&["paymentTerms"], "Cannot create payment terms with multiple payment schedules."),
    };
    let issued_at = schedule.and_then(|schedule| schedule.issued_at);
    let due_at = schedule.and_then(|schedule| schedule.due_at);
    let (issued_at, due_at) = match (template.kind, template.due_in_days) {
        ("FIXED", _) if due_at.is_none() => {
            return refuse(&["paymentTerms"], "A due date is required with fixed or net payment terms.");
        }
        ("FULFILLMENT", _) => (issued_at, None),
        ("FIXED", _) => (issued_at, due_at),
        (_, days) => {
            let issued_at = issued_at.unwrap_or(now);
            (Some(issued_at), Some(issued_at + TimeDelta::days(days.unwrap_or_default().into())))
        }
    };
    Ok(PaymentTerms { id: ids.next(), template: template.id, schedule_id: ids.next(), issued_at, due_at })
}
