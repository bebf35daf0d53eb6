//! What the merchant and the buyers decide, and no mutation of this app: the plan of the store, and what its customers want.

use serde::Deserialize;
use shopify_schema::gid::Gid;

use crate::store::customer::{Customer, CustomerState, MarketingState};
use crate::{Error, Handle};

/// The plan that a store is to have.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPlan {
    /// The store; the first one when none is named.
    #[serde(default)]
    pub store: Option<String>,
    /// What the plan is called, as `Basic`, `Advanced` or `Plus`.
    pub plan: String,
}

/// How a customer is to be different. What is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CustomerWish {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The customer, by its global id.
    pub customer: String,
    /// Whether it has an account in the store.
    pub state: Option<CustomerState>,
    /// Whether it wants to be written to.
    pub marketing: Option<MarketingState>,
}

impl Handle {
    /// Gives a store another plan.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a plan without a name.
    pub fn set_plan(&self, new: &NewPlan) -> Result<(), Error> {
        self.alter(new.store.as_deref(), |state, _| {
            if new.plan.trim().is_empty() {
                return Err(Error::Value("a plan has a name: give one, as Basic".to_owned()));
            }
            state.shop.plan.clone_from(&new.plan);
            Ok(())
        })
    }

    /// Lets a customer have an account or none, and wish to be written to or not.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a customer that is not there, or one without an e-mail address who
    /// wishes to be written to.
    pub fn change_customer(&self, wish: &CustomerWish) -> Result<(), Error> {
        self.alter(wish.store.as_deref(), |state, now| {
            let gid = wish.customer.parse::<Gid>().ok().filter(|gid| gid.kind() == "Customer");
            let Some(old) = gid.and_then(|gid| state.customers.get(&gid.number())).cloned() else {
                let text = format!("there is no customer '{}': give the global id of one", wish.customer);
                return Err(Error::Value(text));
            };
            let mut customer = Customer::clone(&old);
            customer.state = wish.state.unwrap_or(customer.state);
            if let Some(marketing) = wish.marketing {
                if customer.email.is_none() {
                    let text = format!("{} has no e-mail address: give it one first", wish.customer);
                    return Err(Error::Value(text));
                }
                customer.email_consent.state = marketing;
                customer.email_consent.updated_at = Some(now);
            }
            if customer != *old {
                customer.updated_at = now;
                state.put_customer(customer);
            }
            Ok(())
        })
    }
}
