//! Whether the app may do in the store what Kobling does.

use shopify::Scopes;

use super::Check;
use super::check::{Place, listed};
use super::ground::Ground;
use crate::shops::compare;
use crate::staff_members;

pub(super) fn check(ground: &Ground<'_>) -> Check {
    let granted = Scopes::parse(&ground.shop.granted_scopes);
    let place = Place::new("scopes", "Access Scopes", ground.card());
    let mut access = compare(&granted);
    // What the plan of a store lets no app do is no fault of this one.
    access.retain(|one| ground.shop.advanced_shopify_plan || !one.capability.scopes.contains(&staff_members::SCOPE));
    let lacking = || access.iter().filter(|access| !access.missing.is_empty());
    let missing: Vec<&str> =
        lacking().filter(|access| access.blocks()).flat_map(|access| access.missing.iter().copied()).collect();
    let without: Vec<&str> = lacking().map(|access| access.capability.without).collect();
    if !missing.is_empty() {
        let sentence = format!(
            "The app lacks {}: add them to the app in Shopify, release it and test the connection again.",
            listed(missing.iter().copied())
        );
        return place.open("scopesMissing", sentence).naming("scopes", missing);
    }
    if without.is_empty() {
        return place.done("scopesGranted", "The app may do everything that Kobling does.");
    }
    let optional: Vec<&str> = lacking().flat_map(|access| access.missing.iter().copied()).collect();
    let sentence = format!("The app may do what is needed; {}.", without.join("; "));
    place.attention("optionalScopesMissing", sentence).naming("scopes", optional)
}
