use std::collections::BTreeMap;

use job_queue::{Context, JobError};
use shopify::documents::customers::{AddressChange, CustomerInput, NewAddress};
use shopify::{Client, Id};

use super::calls::{AddAddresses, ChangeAddresses, ChangeCustomers, all};
use super::plan::{Place, Plan};
use super::reason::Reason;
use super::wanted::gid;

/// Sends what is planned. Returns what was refused, by the ids of the customers in Shopify.
pub(crate) async fn send(cx: &Context, client: &Client, plans: &[Plan]) -> Result<BTreeMap<i64, Reason>, JobError> {
    let mut refused = BTreeMap::new();
    let mut tell = |plan: &Plan, what: &str, told: Result<Id, String>| {
        if let Err(why) = told {
            let what = format!("The {what} of the customer {}", plan.number);
            refused.entry(plan.id).or_insert(Reason::Refused { what, why });
        }
    };
    let (changed, inputs): (Vec<&Plan>, Vec<CustomerInput>) =
        plans.iter().filter_map(|plan| Some((plan, plan.customer.clone()?))).unzip();
    for (plan, told) in changed.into_iter().zip(all::<ChangeCustomers>(cx, client, &inputs).await?) {
        tell(plan, "change", told);
    }
    let known = plans.iter().filter_map(|plan| match &plan.place {
        Some(Place::Known(id, address)) => {
            let address_id = format!("gid://shopify/MailingAddress/{id}");
            Some((plan, AddressChange { customer_id: gid(plan.id), address_id, address: address.clone() }))
        }
        _ => None,
    });
    let (changed, inputs): (Vec<&Plan>, Vec<AddressChange>) = known.unzip();
    for (plan, told) in changed.into_iter().zip(all::<ChangeAddresses>(cx, client, &inputs).await?) {
        tell(plan, "address", told);
    }
    let new = plans.iter().filter_map(|plan| match &plan.place {
        Some(Place::New(address)) => Some((plan, NewAddress { customer_id: gid(plan.id), address: address.clone() })),
        _ => None,
    });
    let (added, inputs): (Vec<&Plan>, Vec<NewAddress>) = new.unzip();
    for (plan, told) in added.into_iter().zip(all::<AddAddresses>(cx, client, &inputs).await?) {
        tell(plan, "address", told);
    }
    Ok(refused)
}
