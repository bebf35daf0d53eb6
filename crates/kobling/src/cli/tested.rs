use connector::shops::{Access, Tested};
use serde_json::{Value, json};

/// What a store has answered, for programs.
pub fn value(tested: &Tested) -> Value {
    let Tested { shop, granted, access, webhooks } = tested;
    json!({
        "domain": shop.myshopify_domain,
        "name": shop.name,
        "currencyCode": shop.currency_code.0,
        "timeZone": shop.iana_timezone,
        "plan": shop.plan.public_display_name,
        "grantedScopes": granted.to_string(),
        "missingWebhooks": webhooks.untold.iter().map(|topic| topic.caption()).collect::<Vec<_>>(),
        "webhooksRegisteredAgain": webhooks.is_mended,
        "capabilities": access.iter().map(capability).collect::<Vec<_>>(),
    })
}

fn capability(access: &Access) -> Value {
    json!({
        "capability": access.capability.key,
        "scopes": access.capability.scopes,
        "missing": access.missing,
        "without": access.capability.without,
        "optional": access.capability.is_optional,
    })
}

/// What a store has answered, for people: with a line for everything that will not work.
pub fn text(tested: &Tested) -> String {
    let shop = &tested.shop;
    let (plan, currency) = (&shop.plan.public_display_name, &shop.currency_code.0);
    let mut lines = vec![format!("{} answers as {}: {currency}, {plan}.", shop.myshopify_domain, shop.name)];
    lines.push(format!("Access scopes: {}.", tested.granted));
    for access in tested.access.iter().filter(|access| !access.missing.is_empty()) {
        lines.push(format!("Missing {}: {}.", access.missing.join(", "), access.capability.without));
    }
    if tested.access.iter().any(Access::blocks) {
        lines.push("Add what is missing to the app, release it, and connect the shop again.".to_owned());
    }
    if !tested.webhooks.untold.is_empty() {
        let topics: Vec<&str> = tested.webhooks.untold.iter().map(|topic| topic.caption()).collect();
        let then = if tested.webhooks.is_mended {
            "they are registered again"
        } else {
            "the running server registers them again when the connection is tested on the shop card, and once a day"
        };
        lines.push(format!("The store has lost webhooks ({}): {then}.", topics.join(", ")));
    }
    lines.join("\n")
}
