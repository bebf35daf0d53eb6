//! What is to be done with each order of a page. Pure: it looks at what Shopify said and what is stored, and decides.

use std::collections::HashMap;

use super::fetch::Fetched;
use super::filter::OrderFilter;
use crate::orders::import::{self, Imported, Reported};
use crate::orders::options::ImportAction;
use crate::orders::staged::Sale;
use crate::orders::to_import;

/// What is stored about the orders of a page, by their ids in Shopify.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// What waits to be imported.
    pub waiting: HashMap<i64, to_import::Model>,
    /// What is staged.
    pub staged: HashMap<i64, Sale>,
}

/// What is to be done with one order.
#[derive(Debug)]
pub(super) enum Decision {
    /// Nothing: it says what is staged, or what already waits.
    Unchanged {
        /// Whether it says what is staged, so that nothing waits any longer.
        staged: bool,
    },
    /// Nothing: it is archived and was never staged. If it waited, it waits no longer.
    Archived,
    /// It waits: no filter of this shop lets it through, or it belongs to another shop.
    Wait(Box<to_import::Model>),
    /// It can't be imported; it waits with its error.
    Failed(Box<to_import::Model>),
    /// It is staged.
    Stage(Box<Imported>),
}

/// Decides about one order. `again` is for an order that waited: it is tried although it says nothing new.
pub(super) fn decide(
    ground: &import::Ground<'_>,
    filter: &OrderFilter,
    stored: &Stored,
    fetched: &Fetched,
    again: bool,
) -> Decision {
    let waiting = stored.waiting.get(&fetched.shopify_order_id);
    let staged = stored.staged.get(&fetched.shopify_order_id);
    if staged.is_some_and(|sale| sale.order.content_hash == fetched.content_hash) {
        return Decision::Unchanged { staged: true };
    }
    // What waits and is tried again must still be what waits: another shop of the store may have been quicker.
    if again != waiting.is_some_and(|row| row.content_hash == fetched.content_hash) {
        return Decision::Unchanged { staged: false };
    }
    let action = if staged.is_some() { ImportAction::Update } else { ImportAction::New };
    let id = waiting.map_or_else(|| ground.random.id(ground.now), |row| row.id);
    let reported = Reported { store: &ground.shop.domain, content_hash: fetched.content_hash.clone(), action };
    let read = fetched.order.as_ref().map_err(Clone::clone);
    let row = read.and_then(|order| import::queue_row(id, order, &reported).map(|row| (order, row)));
    let (order, mut row) = match row {
        Ok(both) => both,
        Err(why) => {
            let mut row = import::unreadable(id, fetched.shopify_order_id, ground.now, &reported);
            row.content.clone_from(&fetched.content);
            row.error_message = why.to_string();
            row.shop_code = ground.shop.code.clone();
            return Decision::Failed(Box::new(row));
        }
    };
    if order.closed && action == ImportAction::New {
        return Decision::Archived;
    }
    let owner = match (staged, waiting) {
        (Some(sale), _) => sale.order.shop_code.clone(),
        (None, Some(row)) => row.shop_code.clone(),
        (None, None) => Default::default(),
    };
    row.shop_code = owner;
    let is_ours = row.shop_code.is_blank() || row.shop_code == ground.shop.code;
    if !is_ours || !filter.lets_through(&row) {
        row.content.clone_from(&fetched.content);
        return Decision::Wait(Box::new(row));
    }
    match import::document(ground, order, &fetched.content_hash, staged) {
        Ok(imported) => Decision::Stage(Box::new(imported)),
        Err(why) => {
            row.content.clone_from(&fetched.content);
            row.has_error = true;
            row.error_message = why.to_string();
            row.shop_code = ground.shop.code.clone();
            Decision::Failed(Box::new(row))
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use job_queue::Filters;
    use runtime::Random;
    use serde_json::Value;
    use values::Code;
    use values::filter::Words;

    use super::*;
    use crate::shops;

    struct Desk {
        shop: shops::Model,
        random: Random,
        filter: OrderFilter,
        stored: Stored,
    }

    fn now() -> DateTime<Utc> {
        "2026-03-03T09:00:00Z".parse().unwrap()
    }

    impl Desk {
        fn new(filters: Filters) -> Self {
            let words = Words { now: now(), zone: chrono_tz::UTC, work_date: None, user: "KARI".into() };
            let mut shop = shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo".into(), String::new());
            shop.domain = "demo.myshopify.com".into();
            let filter = OrderFilter::resolve(&filters, &words).unwrap();
            Self { shop, random: Random::seeded(1), filter, stored: Stored::default() }
        }

        fn decide(&self, fetched: &Fetched, again: bool) -> Decision {
            let ground = import::Ground { shop: &self.shop, zone: chrono_tz::UTC, now: now(), random: &self.random };
            decide(&ground, &self.filter, &self.stored, fetched, again)
        }
    }

    fn order() -> Value {
        serde_json::from_str(include_str!("../import/order.json")).unwrap()
    }

    fn fetched(json: &Value) -> Fetched {
        let content = json.to_string();
        Fetched::stored(5001, &content, &import::hash(&content, json["updatedAt"].as_str().unwrap()))
    }

    #[test]
    fn an_order_that_no_filter_lets_through_waits_and_is_staged_once_one_does() {
        let only_unpaid = Filters::new().with("OrdersToImport.fullyPaid", "false");
        let mut desk = Desk::new(only_unpaid);
        let Decision::Wait(row) = desk.decide(&fetched(&order()), false) else { panic!("it waits") };
        assert!(row.shop_code.is_blank() && !row.has_error);
        assert_eq!(row.content, fetched(&order()).content);
        desk.stored.waiting.insert(5001, *row);
        assert!(matches!(desk.decide(&fetched(&order()), false), Decision::Unchanged { staged: false }));
        desk.filter = Desk::new(Filters::new()).filter;
        assert!(matches!(desk.decide(&fetched(&order()), true), Decision::Stage(_)));
    }

    #[test]
    fn an_attribute_key_lets_an_order_through() {
        let wanted = |key: &str| {
            Filters::new()
                .with("OrdersToImport.attributeKeyFilter", key)
                .with("OrdersToImport.attributeKeyExists", "true")
        };
        assert!(matches!(Desk::new(wanted("gi*")).decide(&fetched(&order()), false), Decision::Stage(_)));
        assert!(matches!(Desk::new(wanted("colour")).decide(&fetched(&order()), false), Decision::Wait(_)));
    }

    #[test]
    fn a_tag_lets_an_order_through() {
        let tagged = |expression: &str| Filters::new().with("OrdersToImport.tags", expression);
        assert!(matches!(Desk::new(tagged("*vip*")).decide(&fetched(&order()), false), Decision::Stage(_)));
        assert!(matches!(Desk::new(tagged("<>*vip*")).decide(&fetched(&order()), false), Decision::Wait(_)));
    }

    #[test]
    fn an_archived_order_does_not_enter_as_new_but_refreshes_what_is_staged() {
        let mut archived = order();
        archived["closed"] = true.into();
        let mut desk = Desk::new(Filters::new());
        assert!(matches!(desk.decide(&fetched(&archived), false), Decision::Archived));
        let Decision::Stage(staged) = desk.decide(&fetched(&order()), false) else { panic!("it is staged") };
        desk.stored.staged.insert(5001, staged.document.sale);
        assert!(matches!(desk.decide(&fetched(&order()), false), Decision::Unchanged { staged: true }));
        let Decision::Stage(again) = desk.decide(&fetched(&archived), false) else { panic!("it is refreshed") };
        assert!(again.document.sale.order.closed);
    }

    #[test]
    fn an_order_of_another_shop_card_is_left_to_it() {
        let mut desk = Desk::new(Filters::new());
        let Decision::Stage(staged) = desk.decide(&fetched(&order()), false) else { panic!("it is staged") };
        let mut sale = staged.document.sale;
        sale.order.shop_code = Code::cut("OTHER");
        desk.stored.staged.insert(5001, sale);
        let mut changed = order();
        changed["note"] = "changed".into();
        let Decision::Wait(row) = desk.decide(&fetched(&changed), false) else { panic!("it waits") };
        assert_eq!(row.shop_code, "OTHER");
    }

    #[test]
    fn what_cannot_be_read_has_failed_and_says_why() {
        let mut broken = order();
        broken["lineItems"] = "none".into();
        let Decision::Failed(row) = Desk::new(Filters::new()).decide(&fetched(&broken), false) else {
            panic!("it has failed")
        };
        assert!(row.has_error && row.error_message.contains("can't be read as an order"), "{}", row.error_message);
        assert_eq!(row.shop_code, "DEMO");
    }
}
