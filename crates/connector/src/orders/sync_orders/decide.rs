//! What is to be done with each order of a page. Pure: it looks at what Shopify said and what is stored, and decides.

use std::collections::HashMap;

use super::fetch::Fetched;
use super::filter::OrderFilter;
use super::threshold::Threshold;
use crate::orders::import::{self, Imported, Reported};
use crate::orders::options::{ImportAction, SetAside};
use crate::orders::staged::Sale;
use crate::orders::{elsewhere, to_import};

/// What is stored about the orders of a page, by their ids in Shopify.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// What waits to be imported.
    pub waiting: HashMap<i64, to_import::Model>,
    /// What is staged.
    pub staged: HashMap<i64, Sale>,
    /// Why another system has processed orders, by what [`elsewhere::key`] makes of their numbers.
    pub elsewhere: HashMap<String, String>,
}

/// Why an order is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// It was read, and may say something new.
    Read,
    /// It is read a second time, now that the second is over in which it changed.
    Settling,
    /// It waited, and is tried although it says nothing new.
    Again,
    /// Someone has named it: it is tried in any case.
    Named,
}

/// What is to be done with one order.
#[derive(Debug)]
pub(super) enum Decision {
    /// Nothing: it says what is staged, or what already waits.
    Unchanged {
        /// Whether it says what is staged, so that nothing waits any longer.
        staged: bool,
    },
    /// Nothing: it is not known, and does not enter as new. If it waited, it waits no longer.
    StaysOut,
    /// It waits: no filter of this shop lets it through, or it belongs to another shop.
    Wait(Box<to_import::Model>),
    /// It can't be imported; it waits with its error.
    Failed(Box<to_import::Model>),
    /// It is staged.
    Stage(Box<Imported>),
}

/// Decides about one order.
pub(super) fn decide(
    ground: &import::Ground<'_>,
    (filter, threshold): (&OrderFilter, &Threshold),
    stored: &Stored,
    fetched: &Fetched,
    tried: Tried,
) -> Decision {
    let waiting = stored.waiting.get(&fetched.shopify_order_id);
    let staged = stored.staged.get(&fetched.shopify_order_id);
    if staged.is_some_and(|sale| sale.order.content_hash == fetched.content_hash) {
        return Decision::Unchanged { staged: true };
    }
    let says_what_waits = waiting.is_some_and(|row| row.content_hash == fetched.content_hash);
    let is_aside = waiting.filter(|row| is_set_aside(row.set_aside, says_what_waits));
    let is_due = match tried {
        Tried::Read | Tried::Settling => !says_what_waits,
        // What waits and is tried again must still be what waits: another shop of the store may have been quicker.
        Tried::Again => says_what_waits,
        Tried::Named => true,
    };
    if !is_due || (says_what_waits && is_aside.is_some()) {
        return Decision::Unchanged { staged: false };
    }
    let action = if staged.is_some() { ImportAction::Update } else { ImportAction::New };
    let id = waiting.map_or_else(|| ground.random.id(ground.now), |row| row.id);
    let reported = Reported { store: &ground.shop.domain, content_hash: fetched.content_hash.clone(), action };
    let kept = |mut row: to_import::Model| {
        row.content.clone_from(&fetched.content);
        if let Some(aside) = is_aside {
            row.set_aside = aside.set_aside;
            row.set_aside_reason.clone_from(&aside.set_aside_reason);
        }
        Box::new(row)
    };
    let failed = |mut row: to_import::Model, why: &import::Invalid| {
        row.has_error = true;
        row.error_message = why.to_string();
        row.shop_code = ground.shop.code.clone();
        Decision::Failed(kept(row))
    };
    let read = fetched.order.as_ref().map_err(Clone::clone);
    let row = read.and_then(|order| import::queue_row(id, order, &reported).map(|row| (order, row)));
    let (order, mut row) = match row {
        Ok(both) => both,
        Err(why) => return failed(import::unreadable(id, fetched.shopify_order_id, ground.now, &reported), &why),
    };
    let is_known = staged.is_some() || waiting.is_some() || tried == Tried::Named;
    let stays_out = if is_known { order.closed } else { threshold.keeps_out(order) };
    if action == ImportAction::New && stays_out {
        return Decision::StaysOut;
    }
    row.shop_code = match (staged, waiting) {
        (Some(sale), _) => sale.order.shop_code.clone(),
        (None, Some(row)) => row.shop_code.clone(),
        (None, None) => Default::default(),
    };
    // Whether its last import failed Shopify does not say: what waits does, and a filter may ask for it.
    if let Some(before) = waiting.filter(|row| row.has_error) {
        row.has_error = true;
        row.error_message.clone_from(&before.error_message);
    }
    let is_ours = row.shop_code.is_blank() || row.shop_code == ground.shop.code;
    let is_too_old =
        action == ImportAction::New && tried != Tried::Named && threshold.is_too_old_here(order.created_at);
    if !is_ours || is_aside.is_some() || is_too_old || !filter.lets_through(&row) {
        return Decision::Wait(kept(row));
    }
    match import::document(ground, order, &fetched.content_hash, staged) {
        Ok(mut imported) => {
            let reason = stored.elsewhere.get(&elsewhere::key(&order.name)).filter(|_| staged.is_none());
            if let Some(reason) = reason {
                imported.document.sale.order.set_aside = SetAside::ProcessedElsewhere;
                imported.document.sale.order.set_aside_reason.clone_from(reason);
            }
            Decision::Stage(Box::new(imported))
        }
        Err(why) => failed(row, &why),
    }
}

/// Whether an order that waits is not to be imported, now that it says this.
fn is_set_aside(how: SetAside, says_what_waits: bool) -> bool {
    match how {
        SetAside::Blank => false,
        SetAside::UntilItChanges => says_what_waits,
        SetAside::UntilTakenBack | SetAside::ProcessedElsewhere => true,
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

        fn decide(&self, fetched: &Fetched, tried: Tried) -> Decision {
            let ground = import::Ground { shop: &self.shop, zone: chrono_tz::UTC, now: now(), random: &self.random };
            let door = (&self.filter, &Threshold::default());
            decide(&ground, door, &self.stored, fetched, tried)
        }
    }

    fn order() -> Value {
        serde_json::from_str(include_str!("../import/order.json")).unwrap()
    }

    fn fetched(json: &Value) -> Fetched {
        let content = json.to_string();
        Fetched::stored(5001, &content, &import::hash(&content))
    }

    #[test]
    fn an_order_that_no_filter_lets_through_waits_and_is_staged_once_one_does() {
        let only_unpaid = Filters::new().with("OrdersToImport.fullyPaid", "false");
        let mut desk = Desk::new(only_unpaid);
        let Decision::Wait(row) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it waits") };
        assert!(row.shop_code.is_blank() && !row.has_error);
        assert_eq!(row.content, fetched(&order()).content);
        desk.stored.waiting.insert(5001, *row);
        assert!(matches!(desk.decide(&fetched(&order()), Tried::Read), Decision::Unchanged { staged: false }));
        desk.filter = Desk::new(Filters::new()).filter;
        assert!(matches!(desk.decide(&fetched(&order()), Tried::Again), Decision::Stage(_)));
    }

    #[test]
    fn a_filter_on_errors_asks_whether_the_last_import_has_failed() {
        let with_error = |wanted: &str| Desk::new(Filters::new().with("OrdersToImport.hasError", wanted));
        let mut desk = with_error("true");
        let Decision::Wait(mut row) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it waits") };
        (row.has_error, row.error_message) = (true, "It is too large.".into());
        desk.stored.waiting.insert(5001, *row);
        assert!(matches!(desk.decide(&fetched(&order()), Tried::Again), Decision::Stage(_)));
        desk.filter = with_error("false").filter;
        let Decision::Wait(row) = desk.decide(&fetched(&order()), Tried::Again) else { panic!("it waits") };
        assert_eq!((row.has_error, row.error_message.as_str()), (true, "It is too large."));
    }

    #[test]
    fn an_attribute_key_lets_an_order_through() {
        let wanted = |key: &str| {
            Filters::new()
                .with("OrdersToImport.attributeKeyFilter", key)
                .with("OrdersToImport.attributeKeyExists", "true")
        };
        assert!(matches!(Desk::new(wanted("gi*")).decide(&fetched(&order()), Tried::Read), Decision::Stage(_)));
        assert!(matches!(Desk::new(wanted("colour")).decide(&fetched(&order()), Tried::Read), Decision::Wait(_)));
        let alone = |key: &str| Filters::new().with("OrdersToImport.attributeKeyFilter", key);
        assert!(matches!(Desk::new(alone("gi*")).decide(&fetched(&order()), Tried::Read), Decision::Stage(_)));
        assert!(matches!(Desk::new(alone("colour")).decide(&fetched(&order()), Tried::Read), Decision::Wait(_)));
    }

    #[test]
    fn a_tag_lets_an_order_through() {
        let tagged = |expression: &str| Filters::new().with("OrdersToImport.tags", expression);
        assert!(matches!(Desk::new(tagged("*vip*")).decide(&fetched(&order()), Tried::Read), Decision::Stage(_)));
        assert!(matches!(Desk::new(tagged("<>*vip*")).decide(&fetched(&order()), Tried::Read), Decision::Wait(_)));
    }

    #[test]
    fn an_archived_order_does_not_enter_as_new_but_refreshes_what_is_staged() {
        let mut archived = order();
        archived["closed"] = true.into();
        let mut desk = Desk::new(Filters::new());
        assert!(matches!(desk.decide(&fetched(&archived), Tried::Read), Decision::StaysOut));
        let Decision::Stage(staged) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it is staged") };
        desk.stored.staged.insert(5001, staged.document.sale);
        assert!(matches!(desk.decide(&fetched(&order()), Tried::Read), Decision::Unchanged { staged: true }));
        let Decision::Stage(again) = desk.decide(&fetched(&archived), Tried::Read) else { panic!("it is refreshed") };
        assert!(again.document.sale.order.closed);
    }

    #[test]
    fn an_order_of_another_shop_card_is_left_to_it() {
        let mut desk = Desk::new(Filters::new());
        let Decision::Stage(staged) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it is staged") };
        let mut sale = staged.document.sale;
        sale.order.shop_code = Code::cut("OTHER");
        desk.stored.staged.insert(5001, sale);
        let mut changed = order();
        changed["note"] = "changed".into();
        let Decision::Wait(row) = desk.decide(&fetched(&changed), Tried::Read) else { panic!("it waits") };
        assert_eq!(row.shop_code, "OTHER");
    }

    #[test]
    fn what_is_set_aside_waits_however_it_changes_and_what_is_passed_over_only_until_it_does() {
        let mut changed = order();
        changed["note"] = "changed".into();
        for (how, waits) in [(SetAside::UntilTakenBack, true), (SetAside::UntilItChanges, false)] {
            let mut desk = Desk::new(Filters::new().with("OrdersToImport.fullyPaid", "false"));
            let Decision::Wait(mut row) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it waits") };
            (row.set_aside, row.set_aside_reason) = (how, "a test".into());
            desk.stored.waiting.insert(5001, *row);
            desk.filter = Desk::new(Filters::new()).filter;
            for tried in [Tried::Read, Tried::Again, Tried::Named] {
                let decision = desk.decide(&fetched(&order()), tried);
                assert!(matches!(decision, Decision::Unchanged { staged: false }), "{how:?} {tried:?}");
            }
            match desk.decide(&fetched(&changed), Tried::Read) {
                Decision::Wait(row) => assert_eq!((waits, row.set_aside_reason.as_str()), (true, "a test")),
                other => assert!(!waits && matches!(other, Decision::Stage(_)), "{how:?}"),
            }
        }
    }

    #[test]
    fn an_order_that_another_system_has_processed_is_staged_and_set_aside() {
        let mut desk = Desk::new(Filters::new());
        desk.stored.elsewhere.insert("1001".into(), "the old system".into());
        let Decision::Stage(staged) = desk.decide(&fetched(&order()), Tried::Read) else { panic!("it is staged") };
        let order = staged.document.sale.order;
        assert_eq!(
            (order.set_aside, order.set_aside_reason.as_str()),
            (SetAside::ProcessedElsewhere, "the old system")
        );
    }

    #[test]
    fn what_cannot_be_read_has_failed_and_says_why() {
        let mut broken = order();
        broken["lineItems"] = "none".into();
        let Decision::Failed(row) = Desk::new(Filters::new()).decide(&fetched(&broken), Tried::Read) else {
            panic!("it has failed")
        };
        assert!(row.has_error && row.error_message.contains("can't be read as an order"), "{}", row.error_message);
        assert_eq!(row.shop_code, "DEMO");
    }
}
