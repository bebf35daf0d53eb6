use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use chrono::Weekday;

use super::super::leaf;
use super::super::money::OwnMoney;
use super::super::session::{Resolved, Session, not_served};
use super::found::{balance_transactions, disputes, payouts};
use crate::store::payments::{Interval, Schedule};

/// The root field `shopifyPaymentsAccount`: null where the store does without Shopify Payments.
pub(in crate::resolve) fn account(session: &Session) -> Resolved<'_> {
    let object = session.read(|state| state.payments.active).then_some(AccountObject(session));
    Ok(ResolvedValue::nullable_object(object))
}

/// `ShopifyPaymentsAccount`.
pub(in crate::resolve) struct AccountObject<'s>(&'s Session);

impl<'s> AccountObject<'s> {
    /// The account, if this is its id.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        session.read(|state| state.payments.active && state.payments.id == id).then_some(Self(session))
    }
}

impl ObjectValue for AccountObject<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsAccount"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.0;
        match info.field_name() {
            "id" => leaf::gid("ShopifyPaymentsAccount", session.read(|state| state.payments.id)),
            "activated" => leaf::flag(true),
            "onboardable" => leaf::flag(false),
            "accountOpenerName" => leaf::text("Kari Fjeld"),
            "payoutStatementDescriptor" => leaf::text(&session.shop().name.to_uppercase()),
            "country" => leaf::text(&session.read(|state| state.payments.country.clone())),
            "defaultCurrency" => leaf::text(&session.read(|state| state.payments.currency.clone())),
            "balance" => {
                let balances = session.read(|state| state.payments.balances());
                let money = |(currency, amount)| ResolvedValue::object(OwnMoney { amount, currency });
                Ok(ResolvedValue::list(balances.into_iter().map(money)))
            }
            "payoutSchedule" => {
                Ok(ResolvedValue::object(ScheduleObject(session.read(|state| state.payments.schedule))))
            }
            "balanceTransactions" => balance_transactions(session, info),
            "payouts" => payouts(session, info),
            "disputes" => disputes(session, info),
            _ => not_served(self, info),
        }
    }
}

/// `ShopifyPaymentsPayoutSchedule`.
struct ScheduleObject(Schedule);

impl ObjectValue for ScheduleObject {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsPayoutSchedule"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let schedule = &self.0;
        match info.field_name() {
            "interval" => leaf::text(schedule.interval.name()),
            "monthlyAnchor" if schedule.interval == Interval::Monthly => leaf::number(schedule.monthly),
            "weeklyAnchor" if schedule.interval == Interval::Weekly => leaf::text(day(schedule.weekly)),
            _ => not_served(self, info),
        }
    }
}

/// `DayOfTheWeek`.
const fn day(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MONDAY",
        Weekday::Tue => "TUESDAY",
        Weekday::Wed => "WEDNESDAY",
        Weekday::Thu => "THURSDAY",
        Weekday::Fri => "FRIDAY",
        Weekday::Sat => "SATURDAY",
        Weekday::Sun => "SUNDAY",
    }
}
