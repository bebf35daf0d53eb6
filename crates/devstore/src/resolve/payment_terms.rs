use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::arguments::string;
use super::connection::of_places;
use super::leaf;
use super::money::Money;
use super::session::{Resolved, Session, not_served};
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::payment_terms::{PaymentTerms, PaymentTermsTemplate, TEMPLATES};

/// The payment terms of an order or a draft, or null.
pub(super) fn payment_terms<'a>(session: &'a Session, order: &'a Arc<Order>) -> Resolved<'a> {
    let terms = order.payment_terms.as_ref();
    Ok(ResolvedValue::nullable_object(terms.map(|terms| TermsObject { session, order, terms })))
}

/// The root field `paymentTermsTemplates`.
pub(super) fn payment_terms_templates<'a>(info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let wanted = string(info, "paymentTermsType");
    let templates =
        TEMPLATES.iter().filter(move |template| wanted.as_deref().is_none_or(|wanted| wanted == template.kind));
    Ok(ResolvedValue::list(templates.map(|template| ResolvedValue::object(TemplateObject(template)))))
}

/// `PaymentTerms`.
#[derive(Clone, Copy)]
struct TermsObject<'o> {
    session: &'o Session,
    order: &'o Arc<Order>,
    terms: &'o PaymentTerms,
}

impl TermsObject<'_> {
    fn is_paid(&self) -> bool {
        self.order.totals.outstanding == Bag::ZERO
    }
}

impl ObjectValue for TermsObject<'_> {
    fn type_name(&self) -> &str {
        "PaymentTerms"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let template = self.terms.template();
        let name = template.map(|template| template.name).unwrap_or_default();
        match info.field_name() {
            "id" => leaf::gid("PaymentTerms", self.terms.id),
            "due" => leaf::flag(self.terms.is_due(self.session.now)),
            "overdue" => leaf::flag(self.terms.is_due(self.session.now) && !self.is_paid()),
            "dueInDays" => days(template),
            "paymentTermsName" | "translatedName" => leaf::text(name),
            "paymentTermsType" => leaf::text(template.map_or("UNKNOWN", |template| template.kind)),
            "paymentSchedules" => {
                let ids = [self.terms.schedule_id];
                of_places("PaymentScheduleConnection", "PaymentScheduleEdge", ids, info, move |_| Schedule(*self))
            }
            _ => not_served(self, info),
        }
    }
}

/// `PaymentSchedule`: all at once.
struct Schedule<'o>(TermsObject<'o>);

impl ObjectValue for Schedule<'_> {
    fn type_name(&self) -> &str {
        "PaymentSchedule"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let TermsObject { session, order, terms } = self.0;
        match info.field_name() {
            "id" => leaf::gid("PaymentSchedule", terms.schedule_id),
            "issuedAt" => leaf::optional_time(terms.issued_at),
            "dueAt" => leaf::optional_time(terms.due_at),
            "due" => leaf::flag(terms.is_due(session.now)),
            "completedAt" => {
                let payments = order.transactions.iter().filter(|payment| payment.succeeded(&["SALE", "CAPTURE"]));
                let last = payments.map(|payment| payment.processed_at).max();
                leaf::optional_time(last.filter(|_| self.0.is_paid()))
            }
            "balanceDue" | "totalBalance" => {
                let amount = order.totals.outstanding.presentment;
                Ok(ResolvedValue::object(Money::new(amount, &order.presentment_currency)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `PaymentTermsTemplate`.
pub(super) struct TemplateObject(pub &'static PaymentTermsTemplate);

impl ObjectValue for TemplateObject {
    fn type_name(&self) -> &str {
        "PaymentTermsTemplate"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("PaymentTermsTemplate", self.0.id),
            "name" | "translatedName" => leaf::text(self.0.name),
            "description" => leaf::text(self.0.description),
            "paymentTermsType" => leaf::text(self.0.kind),
            "dueInDays" => days(Some(self.0)),
            _ => not_served(self, info),
        }
    }
}

fn days<'a>(template: Option<&PaymentTermsTemplate>) -> Resolved<'a> {
    template.and_then(|template| template.due_in_days).map_or_else(|| Ok(ResolvedValue::null()), leaf::number)
}
