//! What a channel of the store gives an order, and no mutation: tips, duties, fees, rounding, where and by whom it was
//! taken, who buys.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shopify_schema::gid::{LocationId, OrderId};

use crate::mutate::{BagInput, TaxLineInput, fee_taxes};
use crate::store::State;
use crate::store::money::Bag;
use crate::store::order::{Line, Order};
use crate::store::payment_terms::{PaymentTerms, TEMPLATES};
use crate::store::special::{BuyingCompany, Card, Channel, Fee};
use crate::{Error, Handle, staff};

/// How an order is to be different. What is left out stays. Amounts are written as in Shopify's `MoneyBagInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SpecialOrder {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The order, by its global id.
    pub order: String,
    tip: Option<TipInput>,
    duties: Option<BagInput>,
    additional_fees: Vec<FeeInput>,
    cash_rounding: Option<RoundingInput>,
    retail_location: Option<String>,
    staff_member: Option<String>,
    channel: Option<String>,
    company: Option<CompanyInput>,
    payment_terms: Option<TermsInput>,
    card: Option<String>,
    redacted: bool,
    /// Whether the money that was paid back is on its way, or has arrived.
    pending_refunds: Option<bool>,
    /// Whether nobody knows when the pieces were sold that come back.
    unverified_returns: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TipInput {
    #[serde(default = "tip")]
    title: String,
    amount: BagInput,
}

fn tip() -> String {
    "Tip".to_owned()
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FeeInput {
    name: String,
    price: BagInput,
    #[serde(default)]
    tax_lines: Vec<TaxLineInput>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RoundingInput {
    payments: Option<BagInput>,
    refunds: Option<BagInput>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CompanyInput {
    name: String,
    external_id: Option<String>,
    location: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TermsInput {
    name: String,
    due_at: Option<DateTime<Utc>>,
}

impl CompanyInput {
    /// The company that buys: the one that the store has by this name with a location of that name, else another one.
    fn buying(&self, state: &mut State) -> BuyingCompany {
        let known = state.companies.values().find(|known| known.name == self.name).cloned();
        let location = known.as_ref().and_then(|known| {
            known.locations.iter().find(|location| location.name == self.location).map(|location| location.id)
        });
        let known = known.filter(|_| location.is_some());
        let contact = known.as_ref().and_then(|known| known.main_contact);
        BuyingCompany {
            id: known.as_ref().map_or_else(|| state.ids.next(), |known| known.id),
            name: self.name.clone(),
            external_id: known.map_or_else(|| self.external_id.clone(), |known| known.external_id.clone()),
            contact_id: contact.unwrap_or_else(|| state.ids.next()),
            location_id: location.unwrap_or_else(|| state.ids.next()),
            location_name: self.location.clone(),
        }
    }
}

impl Handle {
    /// Gives an order what only a channel of the store gives, or takes the personal data out of it.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for an order, a location, a staff member or payment terms that are not there.
    pub fn make_special(&self, change: &SpecialOrder) -> Result<(), Error> {
        self.alter(change.store.as_deref(), |state, now| {
            let id = change.order.parse::<OrderId>().ok().map(OrderId::number);
            let Some(order) = id.and_then(|id| state.orders.get(&id)) else {
                return Err(Error::Value(format!("there is no order '{}': give the global id of one", change.order)));
            };
            let mut order = (**order).clone();
            change.charge(state, &mut order);
            change.place(state, &mut order)?;
            change.go_back(&mut order);
            if change.redacted {
                redact(&mut order);
            }
            state.put_changed_order(order, now);
            Ok(())
        })
    }
}

impl SpecialOrder {
    /// What it costs.
    fn charge(&self, state: &mut State, order: &mut Order) {
        if let Some(tip) = &self.tip {
            let amount = tip.amount.bag();
            let line = Line {
                id: state.ids.next(),
                title: tip.title.clone(),
                quantity: 1,
                unit_price: amount,
                ..Line::default()
            };
            order.lines.push(line);
            order.special.tips += amount;
        }
        if let Some(duties) = &self.duties {
            order.special.duties = Some(duties.bag());
        }
        for fee in &self.additional_fees {
            let price = fee.price.bag();
            let taxes = fee_taxes(order, &fee.tax_lines, price);
            order.special.fees.push(Fee { id: state.ids.next(), name: fee.name.clone(), price, taxes });
        }
        if let Some(rounding) = &self.cash_rounding {
            let bag = |input: &Option<BagInput>| input.as_ref().map_or(Bag::ZERO, BagInput::bag);
            order.special.payments_rounded = bag(&rounding.payments);
            order.special.refunds_rounded = bag(&rounding.refunds);
        }
        if let Some(company) = &self.card {
            let card = Card {
                company: company.clone(), number: "•••• •••• •••• 4242".into(), bin: "424242".into()
            };
            for payment in order.transactions.iter_mut().filter(|payment| payment.gateway == "shopify_payments") {
                payment.card = Some(card.clone());
            }
        }
    }

    /// How what goes back to the buyer, or comes back, stands.
    fn go_back(&self, order: &mut Order) {
        if let Some(pending) = self.pending_refunds {
            let status = if pending { "PENDING" } else { "SUCCESS" };
            let refunds = order.transactions.iter_mut().filter(|payment| payment.kind == "REFUND");
            refunds.for_each(|payment| status.clone_into(&mut payment.status));
        }
        if let Some(unverified) = self.unverified_returns {
            let lines = order.returns.iter_mut().flat_map(|back| &mut back.lines);
            lines.for_each(|line| line.unverified = unverified);
        }
    }

    /// Where and by whom it was taken, who buys, and when it is to be paid.
    fn place(&self, state: &mut State, order: &mut Order) -> Result<(), Error> {
        if let Some(location) = &self.retail_location {
            let id = location.parse::<LocationId>().ok().map(LocationId::number).filter(|id| state.has_location(*id));
            let missing = || Error::Value(format!("there is no location '{location}': give the global id of one"));
            order.special.retail_location = Some(id.ok_or_else(missing)?);
        }
        if let Some(member) = &self.staff_member {
            order.special.staff_member = Some(staff::number(state, member)?);
        }
        if let Some(name) = &self.channel {
            let handle = name.to_lowercase().replace(' ', "-");
            order.special.channel = Some(Channel { name: name.clone(), handle });
        }
        if let Some(company) = &self.company {
            order.special.company = Some(company.buying(state));
        }
        if let Some(terms) = &self.payment_terms {
            let template = TEMPLATES.iter().find(|template| template.name == terms.name);
            let Some(template) = template else {
                let names: Vec<&str> = TEMPLATES.iter().map(|template| template.name).collect();
                let text = format!("there are no payment terms '{}': there are {}", terms.name, names.join(", "));
                return Err(Error::Value(text));
            };
            order.payment_terms = Some(PaymentTerms {
                id: state.ids.next(),
                template: template.id,
                schedule_id: state.ids.next(),
                issued_at: Some(order.created_at),
                due_at: terms.due_at,
            });
        }
        Ok(())
    }
}

/// What Shopify leaves of an order whose buyer has asked to be forgotten.
fn redact(order: &mut Order) {
    order.customer_id = None;
    (order.email, order.phone, order.note) = (None, None, None);
    (order.billing_address, order.shipping_address) = (None, None);
}
