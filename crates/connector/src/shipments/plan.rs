//! From what was posted and what Shopify says to the parcels that are asked for. Pure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use shopify::documents::fulfillments::LARGEST_PARCEL;
use values::Code;

use super::need::{Line, left};
use super::reason::Reason;
use super::staged::shipped::Pieces;
use super::staged::waiting::Status;
use super::there::{Order, Part};

/// What is planned of one shipment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Planned {
    /// The parcels that are asked for now.
    pub parcels: Vec<NewParcel>,
    /// Whether more is to be asked for, once these are there: a part of an order that is touched may be another one then.
    pub is_deferred: bool,
    /// What keeps some of it, or all.
    pub waits: Option<Reason>,
    /// Parcels that are there and have all of it, with what of them is its own.
    pub takes_over: Vec<(i64, Pieces)>,
    /// Why nothing of it can be sent.
    pub fails: Option<Reason>,
}

/// A parcel that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NewParcel {
    /// From where it is sent; 0 for a place that is gone.
    pub location_id: i64,
    /// What is in it, by fulfilment order, and by the line of that.
    pub parts: BTreeMap<i64, BTreeMap<i64, i64>>,
    /// How many of each line of the order.
    pub pieces: Pieces,
}

/// Which locations of a store are a location of the back office.
pub(super) type Places = HashMap<Code<10>, BTreeSet<i64>>;

/// An order while its shipments are planned.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    /// What Shopify says, less what is planned.
    pub order: Order,
    /// What of its parcels belongs to shipments already, by parcel.
    pub taken: HashMap<i64, Pieces>,
    /// The fulfilment orders of which something is asked for now.
    touched: BTreeSet<i64>,
}

/// What the parts of an order say against sending them.
#[derive(Debug, Default)]
struct Against {
    waits: Option<Reason>,
    service: Option<String>,
}

impl Waiting {
    /// An order of which nothing is planned yet.
    pub(super) fn new(order: Order, taken: HashMap<i64, Pieces>) -> Self {
        Self { order, taken, touched: BTreeSet::new() }
    }

    /// Plans a shipment. `sent` is what of it was sent before, by line of the order.
    pub(super) fn plan(&mut self, lines: &[Line], sent: &Pieces, places: &Places) -> Planned {
        let (mut planned, mut against) = (Planned::default(), Against::default());
        let mut parcels: BTreeMap<(i64, String), Vec<Taken>> = BTreeMap::new();
        let needs = left(lines, sent);
        for need in &needs {
            self.take(need, places, &mut parcels, &mut planned, &mut against);
        }
        for ((location_id, _), taken) in parcels {
            let (now, later) = taken.split_at(taken.len().min(LARGEST_PARCEL));
            planned.is_deferred |= !later.is_empty();
            self.touched.extend(now.iter().map(|one| one.part));
            planned.parcels.push(NewParcel::of(location_id, now));
        }
        planned.waits = against.waits;
        if planned.parcels.is_empty() && !planned.is_deferred && planned.waits.is_none() && sent.is_empty() {
            planned.takes_over = self.there_already(&needs);
            if planned.takes_over.is_empty() {
                planned.fails = Some(self.nothing(against.service));
            }
        }
        planned
    }

    /// Takes of what waits as much as is needed of a line, from where it was sent if that place has it.
    fn take(
        &mut self,
        need: &Line,
        places: &Places,
        parcels: &mut BTreeMap<(i64, String), Vec<Taken>>,
        planned: &mut Planned,
        against: &mut Against,
    ) {
        let mut left = need.quantity;
        let here = places.get(&need.location);
        let is_elsewhere = |part: &Part| !here.is_some_and(|here| here.contains(&part.location_id));
        let order = |part: &Part| (!part.is_ready(), is_elsewhere(part), part.id);
        let mut parts: Vec<&mut Part> = self.order.waiting.iter_mut().filter(|part| !part.is_over()).collect();
        parts.sort_by_key(|part| order(part));
        for part in parts {
            let (id, location_id, ready) = (part.id, part.location_id, part.is_ready());
            let method = part.method.to_string();
            let reason = (!ready).then(|| stands_against(part));
            for line in part.lines.iter_mut().filter(|line| line.line_id == need.line_id) {
                let count = line.remaining.min(left);
                if count <= 0 {
                    continue;
                }
                match &reason {
                    Some(Ok(reason)) => against.waits = against.waits.take().or_else(|| Some(reason.clone())),
                    Some(Err(service)) => {
                        against.service = Some(service.clone());
                        continue;
                    }
                    None if self.touched.contains(&id) => planned.is_deferred = true,
                    None => parcels.entry((location_id, method.clone())).or_default().push(Taken {
                        part: id,
                        part_line: line.id,
                        line_id: line.line_id,
                        quantity: count,
                    }),
                }
                line.remaining -= count;
                left -= count;
            }
        }
    }

    fn nothing(&self, service: Option<String>) -> Reason {
        match service {
            Some(name) => Reason::OfService(name),
            None if self.order.is_cancelled => Reason::Cancelled,
            None => Reason::NothingWaits,
        }
    }
}

/// Pieces of a line of a fulfilment order.
#[derive(Clone, Copy, Debug)]
struct Taken {
    part: i64,
    part_line: i64,
    line_id: i64,
    quantity: i64,
}

impl NewParcel {
    fn of(location_id: i64, taken: &[Taken]) -> Self {
        let mut parcel = Self { location_id, ..Self::default() };
        for one in taken {
            *parcel.parts.entry(one.part).or_default().entry(one.part_line).or_default() += one.quantity;
            *parcel.pieces.entry(one.line_id).or_default() += one.quantity;
        }
        parcel
    }
}

/// Why a part is not sent now; the name of the service that sends it.
fn stands_against(part: &Part) -> Result<Reason, String> {
    if part.is_of_service {
        return Err(part.location_name.clone());
    }
    Ok(match part.status {
        Status::OnHold => Reason::Held(part.holds.clone()),
        Status::Scheduled => Reason::Scheduled(part.fulfill_at),
        _ => Reason::NotNow { status: part.status.to_string(), request: part.request_status.to_string() },
    })
}

#[cfg(test)]
mod tests;
