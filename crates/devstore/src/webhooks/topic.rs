use crate::store::Topic;

/// The topic as `WebhookSubscriptionTopic` names it: in capitals, its words apart.
pub(super) fn name_of(topic: Topic) -> String {
    let mut name = String::new();
    for letter in format!("{topic:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    name
}

/// The topic as the header of a delivery has it: `ORDER_TRANSACTIONS_CREATE` is `order_transactions/create`. What it is
/// about ends with the first word in the plural; an app and a shop there is only one of.
pub(super) fn header(topic: &str) -> String {
    let topic = topic.to_lowercase();
    if topic.contains('/') {
        return topic;
    }
    let words: Vec<&str> = topic.split('_').collect();
    let plural = words.iter().position(|word| word.ends_with('s') || matches!(*word, "app" | "shop"));
    let about = plural.map_or(1, |place| place + 1);
    let (subject, verb) = words.split_at(about.min(words.len()));
    format!("{}/{}", subject.join("_"), verb.join("_"))
}

/// The topic as `WebhookSubscriptionTopic` names it, from either form.
pub(super) fn topic_name(topic: &str) -> String {
    topic.replace('/', "_").to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_of_the_store_is_named_as_shopify_names_it() {
        assert_eq!(name_of(Topic::OrderTransactionsCreate), "ORDER_TRANSACTIONS_CREATE");
    }

    #[test]
    fn a_topic_has_two_forms() {
        for (name, text) in [
            ("ORDERS_CREATE", "orders/create"),
            ("DRAFT_ORDERS_UPDATE", "draft_orders/update"),
            ("ORDERS_PARTIALLY_FULFILLED", "orders/partially_fulfilled"),
            ("ORDER_TRANSACTIONS_CREATE", "order_transactions/create"),
            ("BULK_OPERATIONS_FINISH", "bulk_operations/finish"),
            ("FULFILLMENT_ORDERS_PLACED_ON_HOLD", "fulfillment_orders/placed_on_hold"),
            ("APP_UNINSTALLED", "app/uninstalled"),
            ("APP_SCOPES_UPDATE", "app/scopes_update"),
            ("SHOP_UPDATE", "shop/update"),
            ("INVENTORY_LEVELS_UPDATE", "inventory_levels/update"),
        ] {
            assert_eq!(header(name), text);
            assert_eq!(header(text), text);
            assert_eq!(topic_name(text), name);
        }
    }
}
