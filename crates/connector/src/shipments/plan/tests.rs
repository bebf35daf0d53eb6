//! Which pieces become which parcels, without a store.

use chrono::DateTime;

use super::*;
use crate::shipments::there::{Parcel, PartLine};

fn part(id: i64, location_id: i64, lines: &[(i64, i64, i64)]) -> Part {
    let line = |(id, line_id, remaining): &(i64, i64, i64)| PartLine {
        id: *id,
        line_id: *line_id,
        total: *remaining,
        remaining: *remaining,
    };
    Part {
        id,
        status: Status::Open,
        request_status: Default::default(),
        location_id,
        location_name: format!("Place {location_id}"),
        is_of_service: false,
        method: Default::default(),
        may_be_sent: true,
        holds: Vec::new(),
        fulfill_at: None,
        updated_at: DateTime::UNIX_EPOCH,
        lines: lines.iter().map(line).collect(),
    }
}

fn waiting(parts: Vec<Part>) -> Waiting {
    Waiting::new(Order { id: 1, is_cancelled: false, waiting: parts, parcels: Vec::new() }, HashMap::new())
}

fn need(line_id: i64, quantity: i64) -> Line {
    Line { line_id, quantity, location: Code::blank() }
}

fn plan(waiting: &mut Waiting, lines: &[Line]) -> Planned {
    waiting.plan(lines, &Pieces::new(), &Places::new())
}

/// Example 13.
#[test]
fn a_line_becomes_pieces_of_its_fulfilment_order() {
    let planned = plan(&mut waiting(vec![part(900, 50, &[(901, 111, 2)])]), &[need(111, 2)]);
    let parts = BTreeMap::from([(900, BTreeMap::from([(901, 2)]))]);
    let parcel = NewParcel { location_id: 0, parts, pieces: Pieces::from([(111, 2)]) };
    assert_eq!(planned.parcels, [NewParcel { location_id: 50, ..parcel }]);
    assert!(!planned.is_deferred && planned.waits.is_none() && planned.fails.is_none());
}

/// Example 14.
#[test]
fn each_place_has_a_parcel_of_its_own_in_their_order() {
    let mut order = waiting(vec![part(2, 20, &[(21, 112, 7)]), part(1, 10, &[(11, 111, 10)])]);
    let planned = plan(&mut order, &[need(112, 4), need(111, 5)]);
    let sent: Vec<_> = planned.parcels.iter().map(|parcel| (parcel.location_id, parcel.pieces.clone())).collect();
    assert_eq!(sent, [(10, Pieces::from([(111, 5)])), (20, Pieces::from([(112, 4)]))]);
}

#[test]
fn parts_of_one_place_that_are_sent_in_different_ways_are_not_in_one_parcel() {
    use crate::orders::options::DeliveryMethod;
    let pick_up = Part { method: DeliveryMethod::PickUp, ..part(2, 10, &[(21, 112, 1)]) };
    let planned = plan(&mut waiting(vec![part(1, 10, &[(11, 111, 1)]), pick_up]), &[need(111, 1), need(112, 1)]);
    assert_eq!(planned.parcels.len(), 2);
    let together = plan(
        &mut waiting(vec![part(1, 10, &[(11, 111, 1)]), part(2, 10, &[(21, 112, 1)])]),
        &[need(111, 1), need(112, 1)],
    );
    assert_eq!(together.parcels.len(), 1, "what is sent alike goes together");
}

/// Example 16.
#[test]
fn no_more_is_sent_than_waits() {
    let planned = plan(&mut waiting(vec![part(1, 10, &[(11, 111, 5)])]), &[need(111, 8)]);
    assert_eq!(planned.parcels[0].pieces, Pieces::from([(111, 5)]));
    assert!(planned.fails.is_none());
}

/// Example 18.
#[test]
fn what_a_service_sends_is_left_to_it() {
    let service = Part { is_of_service: true, ..part(1, 10, &[(11, 111, 5)]) };
    let planned = plan(&mut waiting(vec![service.clone()]), &[need(111, 5)]);
    assert_eq!(planned.fails, Some(Reason::OfService("Place 10".into())));
    let both = plan(&mut waiting(vec![service, part(2, 20, &[(21, 112, 1)])]), &[need(111, 5), need(112, 1)]);
    assert_eq!((both.parcels.len(), both.fails), (1, None), "what is its own is sent");
}

/// Example 21.
#[test]
fn a_parcel_has_250_lines_at_most() {
    let lines: Vec<_> = (1..=251).map(|at| (1_000 + at, at, 1)).collect();
    let needs: Vec<_> = (1..=251).map(|at| need(at, 1)).collect();
    let planned = plan(&mut waiting(vec![part(1, 10, &lines)]), &needs);
    assert_eq!((planned.parcels.len(), planned.parcels[0].pieces.len()), (1, 250));
    assert!(planned.is_deferred, "the rest goes when the first is there");
    let sent = planned.parcels[0].pieces.clone();
    assert_eq!(left(&needs, &sent), [need(251, 1)]);
}

#[test]
fn what_another_shipment_has_touched_waits_for_the_next_look() {
    let mut order = waiting(vec![part(1, 10, &[(11, 111, 5)])]);
    assert_eq!(plan(&mut order, &[need(111, 2)]).parcels.len(), 1);
    let second = plan(&mut order, &[need(111, 2)]);
    assert_eq!((second.parcels.len(), second.is_deferred, second.fails), (0, true, None));
    let third = plan(&mut order, &[need(111, 2)]);
    assert!(third.is_deferred, "one piece is left for it");
    let fourth = plan(&mut order, &[need(111, 1)]);
    assert_eq!(fourth.fails, Some(Reason::NothingWaits));
}

#[test]
fn what_is_held_waits_and_the_rest_is_sent() {
    let held = Part {
        status: Status::OnHold,
        may_be_sent: false,
        holds: vec!["Incorrect address".into()],
        ..part(1, 10, &[(11, 111, 1)])
    };
    let planned = plan(&mut waiting(vec![held, part(2, 20, &[(21, 112, 1)])]), &[need(111, 1), need(112, 1)]);
    assert_eq!(planned.parcels.len(), 1);
    assert_eq!(planned.waits, Some(Reason::Held(vec!["Incorrect address".into()])));
    let later = Part { status: Status::Scheduled, may_be_sent: false, ..part(1, 10, &[(11, 111, 1)]) };
    assert_eq!(plan(&mut waiting(vec![later]), &[need(111, 1)]).waits, Some(Reason::Scheduled(None)));
    let asked = Part { may_be_sent: false, ..part(1, 10, &[(11, 111, 1)]) };
    assert!(matches!(plan(&mut waiting(vec![asked]), &[need(111, 1)]).waits, Some(Reason::NotNow { .. })));
}

#[test]
fn a_line_is_taken_from_where_it_was_sent() {
    let places = Places::from([(Code::cut("OSLO"), BTreeSet::from([20]))]);
    let mut order = waiting(vec![part(1, 10, &[(11, 111, 5)]), part(2, 20, &[(21, 111, 5)])]);
    let line = Line { location: Code::cut("OSLO"), ..need(111, 7) };
    let planned = order.plan(&[line], &Pieces::new(), &places);
    let sent: Vec<_> = planned.parcels.iter().map(|parcel| (parcel.location_id, parcel.pieces[&111])).collect();
    assert_eq!(sent, [(10, 2), (20, 5)]);
}

#[test]
fn what_was_sent_in_shopify_is_taken_over_once() {
    let parcel = |id, is_off, count| Parcel {
        id,
        name: String::new(),
        is_off,
        created_at: DateTime::UNIX_EPOCH,
        tracking: Vec::new(),
        pieces: Pieces::from([(111, count)]),
    };
    let parcels = vec![parcel(70, true, 5), parcel(71, false, 2), parcel(72, false, 3)];
    let order = Order { id: 1, is_cancelled: false, waiting: Vec::new(), parcels };
    let mut waiting = Waiting::new(order, HashMap::from([(71, Pieces::from([(111, 1)]))]));
    let planned = plan(&mut waiting, &[need(111, 3)]);
    assert_eq!(planned.takes_over, [(71, Pieces::from([(111, 1)])), (72, Pieces::from([(111, 2)]))]);
    let more = plan(&mut waiting, &[need(111, 2)]);
    assert_eq!((more.takes_over, more.fails), (Vec::new(), Some(Reason::NothingWaits)));
}

#[test]
fn an_order_that_was_called_off_says_so() {
    let closed = Part { status: Status::Cancelled, may_be_sent: false, ..part(1, 10, &[(11, 111, 1)]) };
    let mut waiting = waiting(vec![closed]);
    waiting.order.is_cancelled = true;
    assert_eq!(plan(&mut waiting, &[need(111, 1)]).fails, Some(Reason::Cancelled));
}

#[test]
fn what_was_sent_before_is_not_sent_again() {
    let sent = Pieces::from([(111, 3)]);
    assert_eq!(left(&[need(111, 2), need(111, 2)], &sent), [need(111, 1)]);
    let planned = waiting(vec![part(1, 10, &[(11, 111, 9)])]).plan(&[need(111, 3)], &sent, &Places::new());
    assert_eq!(planned, Planned::default());
}
