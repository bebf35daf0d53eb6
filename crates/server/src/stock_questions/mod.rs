//! What is asked of goods: how many are available, and what they cost a customer.

mod availability;
mod price;

use crate::api::Api;

pub(crate) use availability::{AvailabilityLine, ItemAvailability};
pub(crate) use price::FoundPrice;

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    availability::serve(api);
    price::serve(api);
}
