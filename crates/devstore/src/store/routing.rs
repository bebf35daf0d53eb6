use std::collections::BTreeMap;

use super::location::Location;
use super::order::Order;
use super::state::State;

/// Pieces that one location is to send: each the id of a line of the order, and how many.
pub(crate) struct Route {
    pub location: u64,
    pub pieces: Vec<(u64, u32)>,
}

impl State {
    /// Where pieces of an order are sent from: the first location that has them all, else as few as it takes. What is
    /// nowhere in such number is sent by the first location that sells it, and what is sold by none by the shop's own.
    pub(crate) fn route(&self, order: &Order, pieces: &[(u64, u32)]) -> Vec<Route> {
        if let Some(location) = order.sends_from.filter(|location| self.has_active_location(*location)) {
            return vec![Route { location, pieces: pieces.to_vec() }];
        }
        let wanted: Vec<Wanted> = pieces.iter().map(|(line, quantity)| Wanted::of(order, *line, *quantity)).collect();
        let places: Vec<u64> =
            self.locations.iter().filter(|place| place.sends_orders()).map(|place| place.id).collect();
        if let Some(location) = places.iter().find(|place| self.has_all(**place, &wanted)) {
            return vec![Route { location: *location, pieces: pieces.to_vec() }];
        }
        let mut planned = Planned::default();
        for wanted in &wanted {
            self.plan(wanted, &places, &mut planned);
        }
        let mut routes: Vec<Route> = Vec::new();
        for (location, line, quantity) in planned.pieces {
            match routes.iter_mut().find(|route| route.location == location) {
                Some(route) => route.pieces.push((line, quantity)),
                None => routes.push(Route { location, pieces: vec![(line, quantity)] }),
            }
        }
        let rank = |id: u64| places.iter().position(|place| *place == id).unwrap_or(usize::MAX);
        routes.sort_by_key(|route| rank(route.location));
        routes
    }

    fn has_all(&self, location: u64, wanted: &[Wanted]) -> bool {
        wanted.iter().all(|one| {
            let Some(variant) = one.variant else { return true };
            let whole: i64 =
                wanted.iter().filter(|other| other.variant == one.variant).map(|other| i64::from(other.quantity)).sum();
            self.left(location, variant).is_some_and(|left| left.has(whole))
        })
    }

    /// How many pieces of a variant a location can send; nothing where it is not sold.
    fn left(&self, location: u64, variant: u64) -> Option<Left> {
        let Some((_, variant)) = self.variant(variant) else { return Some(Left::Uncounted) };
        let level = variant.stock.get(&location).filter(|level| level.active)?;
        Some(if variant.tracked { Left::Pieces(level.for_sale()) } else { Left::Uncounted })
    }

    fn plan(&self, wanted: &Wanted, places: &[u64], planned: &mut Planned) {
        let first = || planned.pieces.first().map(|(place, ..)| *place).or_else(|| places.first().copied());
        let Some(variant) = wanted.variant else {
            let location = first().unwrap_or(self.shop.location_id);
            planned.take(location, wanted, wanted.quantity);
            return;
        };
        let selling: Vec<(u64, Left)> = places
            .iter()
            .filter_map(|place| Some((*place, self.left(*place, variant)?.without(planned.taken(*place, variant)))))
            .collect();
        if let Some((place, _)) = selling.iter().find(|(_, left)| left.has(wanted.quantity.into())) {
            planned.take(*place, wanted, wanted.quantity);
            return;
        }
        let together: i64 = selling.iter().map(|(_, left)| left.pieces()).sum();
        if together < i64::from(wanted.quantity) {
            let location = selling.first().map_or(self.shop.location_id, |(place, _)| *place);
            planned.take(location, wanted, wanted.quantity);
            return;
        }
        let mut rest = wanted.quantity;
        for (place, left) in selling {
            let part = u32::try_from(left.pieces()).unwrap_or_default().min(rest);
            if part > 0 {
                planned.take(place, wanted, part);
                rest -= part;
            }
        }
    }
}

/// How many pieces a location can send.
#[derive(Clone, Copy)]
enum Left {
    /// As many as anyone wants: nobody counts them.
    Uncounted,
    Pieces(i64),
}

impl Left {
    const fn has(self, wanted: i64) -> bool {
        match self {
            Self::Uncounted => true,
            Self::Pieces(pieces) => pieces >= wanted,
        }
    }

    const fn without(self, taken: i64) -> Self {
        match self {
            Self::Uncounted => self,
            Self::Pieces(pieces) => Self::Pieces(pieces - taken),
        }
    }

    /// Those that are counted, when there are any.
    fn pieces(self) -> i64 {
        match self {
            Self::Uncounted => 0,
            Self::Pieces(pieces) => pieces.max(0),
        }
    }
}

impl Location {
    /// Whether orders of the online store may be sent from it.
    const fn sends_orders(&self) -> bool {
        self.active && self.fulfills_online_orders
    }
}

/// Pieces of a line that are to be sent from somewhere.
struct Wanted {
    line: u64,
    /// What is in the catalogue.
    variant: Option<u64>,
    quantity: u32,
}

impl Wanted {
    fn of(order: &Order, line: u64, quantity: u32) -> Self {
        let variant = order.lines.iter().find(|other| other.id == line).and_then(|line| line.variant_id);
        Self { line, variant, quantity }
    }
}

/// Which location sends how many pieces of a line.
#[derive(Default)]
struct Planned {
    pieces: Vec<(u64, u64, u32)>,
    taken: BTreeMap<(u64, u64), i64>,
}

impl Planned {
    fn take(&mut self, location: u64, wanted: &Wanted, quantity: u32) {
        self.pieces.push((location, wanted.line, quantity));
        if let Some(variant) = wanted.variant {
            *self.taken.entry((location, variant)).or_default() += i64::from(quantity);
        }
    }

    fn taken(&self, location: u64, variant: u64) -> i64 {
        self.taken.get(&(location, variant)).copied().unwrap_or_default()
    }
}
