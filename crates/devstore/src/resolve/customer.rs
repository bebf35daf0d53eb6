use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::address::{MailingAddress, address};
use super::arguments::{int, string};
use super::connection::{Window, connection};
use super::cursor::Position;
use super::leaf;
use super::money::OwnMoney;
use super::orders::orders;
use super::session::{Resolved, Session, not_served};
use crate::mutate::customer_obstacle;
use crate::store::customer::{Consent, Customer, MarketingState};

/// `Customer`.
pub(super) struct CustomerObject<'s> {
    pub session: &'s Session,
    pub customer: Arc<Customer>,
}

impl ObjectValue for CustomerObject<'_> {
    fn type_name(&self) -> &str {
        "Customer"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let customer = &*self.customer;
        match info.field_name() {
            "id" => leaf::gid("Customer", customer.id),
            "legacyResourceId" => leaf::legacy(customer.id),
            "createdAt" => leaf::time(customer.created_at),
            "updatedAt" => leaf::time(customer.updated_at),
            "firstName" => leaf::optional(customer.first_name.as_deref()),
            "lastName" => leaf::optional(customer.last_name.as_deref()),
            "displayName" => leaf::text(&customer.display_name()),
            "email" => leaf::optional(customer.email.as_deref()),
            "phone" => leaf::optional(customer.phone.as_deref()),
            "defaultEmailAddress" => {
                Ok(ResolvedValue::nullable_object(customer.email.as_deref().map(|address| Email { address, customer })))
            }
            "defaultPhoneNumber" => {
                Ok(ResolvedValue::nullable_object(customer.phone.as_deref().map(|number| Phone { number, customer })))
            }
            "note" => leaf::optional(customer.note.as_deref()),
            "locale" => leaf::text(&customer.locale),
            "state" => leaf::text(customer.state.name()),
            "tags" => leaf::texts(&customer.tags),
            "taxExempt" => leaf::flag(customer.tax_exempt),
            "taxExemptions" => leaf::texts([""; 0]),
            "verifiedEmail" => leaf::flag(customer.email.is_some()),
            "canDelete" => leaf::flag(self.session.read(|state| customer_obstacle(state, customer).is_none())),
            "numberOfOrders" => leaf::legacy(customer.number_of_orders),
            "amountSpent" => Ok(ResolvedValue::object(OwnMoney {
                amount: customer.amount_spent,
                currency: self.session.shop().currency,
            })),
            "defaultAddress" => address(customer.addresses.first()),
            "addresses" => {
                let first = int(info, "first").and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
                let addresses = customer.addresses.iter().take(first).cloned();
                Ok(ResolvedValue::list(addresses.map(|address| ResolvedValue::object(MailingAddress(address)))))
            }
            "addressesV2" => {
                let rows = (0_i64..).zip(&customer.addresses);
                let page = Window::read(info)?.page(rows.map(|(place, row)| (Position::number(place, row.id), row)));
                connection("MailingAddressConnection", "MailingAddressEdge", page, |address: &&_| {
                    MailingAddress((*address).clone())
                })
            }
            "orders" => {
                let id = customer.id;
                orders(self.session, info, string(info, "query"), move |order| order.customer_id == Some(id))
            }
            _ => not_served(self, info),
        }
    }
}

/// `CustomerEmailAddress`.
struct Email<'c> {
    address: &'c str,
    customer: &'c Customer,
}

impl ObjectValue for Email<'_> {
    fn type_name(&self) -> &str {
        "CustomerEmailAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "emailAddress" => leaf::text(self.address),
            "marketingState" => leaf::text(self.customer.email_consent.state.name()),
            "marketingOptInLevel" => leaf::optional(self.customer.email_consent.opt_in_level.as_deref()),
            "marketingUpdatedAt" => leaf::optional_time(self.customer.email_consent.updated_at),
            "validFormat" => leaf::flag(true),
            _ => not_served(self, info),
        }
    }
}

/// `CustomerPhoneNumber`.
struct Phone<'c> {
    number: &'c str,
    customer: &'c Customer,
}

impl ObjectValue for Phone<'_> {
    fn type_name(&self) -> &str {
        "CustomerPhoneNumber"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "phoneNumber" => leaf::text(self.number),
            "smsMarketingConsent" => Ok(ResolvedValue::object(SmsConsent(&self.customer.sms_consent))),
            _ => not_served(self, info),
        }
    }
}

/// `CustomerSmsMarketingConsent`.
struct SmsConsent<'c>(&'c Consent);

impl ObjectValue for SmsConsent<'_> {
    fn type_name(&self) -> &str {
        "CustomerSmsMarketingConsent"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "optInLevel" => leaf::optional(self.0.opt_in_level.as_deref()),
            "state" if self.0.state == MarketingState::NotSubscribed => leaf::text("NEVER_SUBSCRIBED"),
            "state" => leaf::text(self.0.state.name()),
            "updatedAt" => leaf::optional_time(self.0.updated_at),
            _ => not_served(self, info),
        }
    }
}
