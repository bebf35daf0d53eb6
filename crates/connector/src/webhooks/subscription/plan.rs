use std::collections::HashSet;

use shopify::Id;
use shopify::documents::webhooks::{Subscription, SubscriptionTopic};
use shopify::webhook::Topic;

/// What a store is to tell.
pub(super) const TOPICS: [Topic; 8] = [
    Topic::OrdersCreate,
    Topic::OrdersUpdated,
    Topic::OrdersEdited,
    Topic::OrdersCancelled,
    Topic::OrdersPaid,
    Topic::RefundsCreate,
    Topic::BulkOperationsFinish,
    Topic::AppUninstalled,
];

/// What is done for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is as it should be.
    Keep(Topic, Subscription),
    /// It goes to another address, which was ours.
    Move(Topic, Id),
    /// There is none.
    Create(Topic, SubscriptionTopic),
}

/// What is to be done in a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub steps: Vec<Step>,
    pub delete: Vec<Id>,
}

/// Compares what is there with what should be. Ours are those that go to this address and those whose ids were kept when
/// they were made; whatever else the app has, somebody else has made.
pub(super) fn plan(found: Vec<Subscription>, known: &HashSet<String>, address: Option<&str>) -> Plan {
    let mut plan = Plan::default();
    let is_here = |one: &Subscription| address == Some(one.uri.as_str());
    let is_ours = |one: &Subscription| known.contains(one.id.inner());
    let mut ours: Vec<Subscription> = found.into_iter().filter(|one| is_here(one) || is_ours(one)).collect();
    if address.is_some() {
        for topic in TOPICS {
            let Some(subject) = SubscriptionTopic::of(&topic) else { continue };
            let of_topic = |one: &Subscription| one.topic == subject;
            let place = ours.iter().position(|one| of_topic(one) && is_here(one));
            let place = place.or_else(|| ours.iter().position(of_topic));
            plan.steps.push(match place.map(|place| ours.swap_remove(place)) {
                Some(one) if is_here(&one) => Step::Keep(topic, one),
                Some(one) => Step::Move(topic, one.id),
                None => Step::Create(topic, subject),
            });
        }
    }
    // What goes here for a topic of somebody else's may be meant so.
    let stale = ours.into_iter().filter(|one| is_ours(one) || one.topic.topic().is_some());
    plan.delete = stale.map(|one| one.id).collect();
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "https://here.example/webhooks/shopify";

    fn subscription(id: &str, topic: SubscriptionTopic, uri: &str) -> Subscription {
        let created_at = chrono::DateTime::UNIX_EPOCH;
        Subscription { id: Id::new(id), topic, uri: uri.into(), created_at }
    }

    fn known(ids: &[&str]) -> HashSet<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn whole() -> Vec<Subscription> {
        let one = |topic: Topic| subscription(topic.caption(), SubscriptionTopic::of(&topic).unwrap(), HERE);
        TOPICS.into_iter().map(one).collect()
    }

    #[test]
    fn an_empty_store_gets_all_and_a_whole_one_keeps_them() {
        let plan_of = |found| plan(found, &known(&[]), Some(HERE));
        assert!(plan_of(Vec::new()).steps.iter().all(|step| matches!(step, Step::Create(..))));
        let again = plan_of(whole());
        assert_eq!((again.steps.len(), again.delete), (8, Vec::new()));
        assert!(again.steps.iter().all(|step| matches!(step, Step::Keep(..))));
    }

    #[test]
    fn what_was_ours_moves_and_what_is_of_others_stays() {
        let found = vec![
            subscription("old", SubscriptionTopic::OrdersCreate, "https://old.example/webhooks/shopify"),
            subscription("theirs", SubscriptionTopic::OrdersCreate, "https://other.example/hook"),
            subscription("carts", SubscriptionTopic::Other("CARTS_CREATE".into()), HERE),
        ];
        let plan = plan(found, &known(&["old"]), Some(HERE));
        assert_eq!(plan.steps[0], Step::Move(Topic::OrdersCreate, Id::new("old")));
        assert_eq!((plan.steps.len(), plan.delete), (8, Vec::new()));
    }

    #[test]
    fn what_is_told_twice_is_told_once() {
        let mut found = whole();
        found.push(subscription("old", SubscriptionTopic::OrdersPaid, "https://old.example/webhooks/shopify"));
        let plan = plan(found, &known(&["old"]), Some(HERE));
        assert_eq!(plan.delete, [Id::new("old")]);
    }

    #[test]
    fn without_an_address_only_ours_are_deleted() {
        let found = vec![
            subscription("ours", SubscriptionTopic::OrdersCreate, HERE),
            subscription("theirs", SubscriptionTopic::OrdersCreate, "https://other.example/hook"),
        ];
        let plan = plan(found, &known(&["ours"]), None);
        assert_eq!((plan.steps, plan.delete), (Vec::new(), vec![Id::new("ours")]));
    }
}
