//! What is asked of goods: how many are available, and what they cost a customer.

mod availability;
mod price;

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;

use crate::Error;
use crate::api::Api;

pub(crate) use availability::{AvailabilityLine, ItemAvailability};
pub(crate) use price::FoundPrice;

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    availability::serve(api);
    price::serve(api);
}

/// The question, refused in the form of every other error.
fn read<T>(query: Result<Query<T>, QueryRejection>) -> Result<T, Error> {
    let unreadable =
        |rejection: QueryRejection| Error::Body(format!("the question can't be read: {}", rejection.body_text()));
    query.map(|Query(asked)| asked).map_err(unreadable)
}
