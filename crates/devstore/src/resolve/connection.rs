use std::cmp::Ordering;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::arguments::{flag, int, string};
use super::cursor::Position;
use super::leaf;
use super::problem::Problem;
use super::session::{Resolved, not_served};
use crate::bulk::is_unlimited;

/// The most rows of one page.
const LARGEST_PAGE: i64 = 250;

/// Which part of a connection is asked for.
pub(crate) struct Window {
    count: usize,
    from_end: bool,
    after: Option<Position>,
    before: Option<Position>,
    reverse: bool,
}

/// The rows of a page, in order.
pub(crate) struct Page<T> {
    pub rows: Vec<(Position, T)>,
    pub has_next: bool,
    pub has_previous: bool,
}

impl Window {
    /// Reads `first`, `last`, `after`, `before` and `reverse`.
    pub(crate) fn read(info: &ResolveInfo<'_>) -> Result<Self, Problem> {
        let (first, last) = (int(info, "first"), int(info, "last"));
        let unlimited = is_unlimited(info.field_selections());
        let (count, from_end) = match (first, last) {
            (Some(first), None) => (first, false),
            (None, Some(last)) => (last, true),
            (None, None) if unlimited => (i64::MAX, false),
            (None, None) => return Err(Problem::bad_request("you must provide one of first or last")),
            (Some(_), Some(_)) => {
                return Err(Problem::bad_request("providing both first and last is not supported"));
            }
        };
        if !unlimited && !(1..=LARGEST_PAGE).contains(&count) {
            let name = if from_end { "last" } else { "first" };
            let message = format!("{name} must be between 1 and {LARGEST_PAGE}; {count} was given");
            return Err(Problem::bad_request(message));
        }
        let position = |name| string(info, name).map(|cursor| Position::of(&cursor)).transpose();
        Ok(Self {
            count: usize::try_from(count).unwrap_or(usize::MAX),
            from_end,
            after: position("after")?,
            before: position("before")?,
            reverse: flag(info, "reverse"),
        })
    }

    /// Takes the asked part out of `rows`, which may come in any order.
    pub(crate) fn page<T>(&self, rows: impl Iterator<Item = (Position, T)>) -> Page<T> {
        let order = |a: &Position, b: &Position| if self.reverse { b.cmp(a) } else { a.cmp(b) };
        let (mut has_previous, mut has_next) = (false, false);
        let mut kept: Vec<(Position, T)> = Vec::new();
        for (position, row) in rows {
            if self.after.as_ref().is_some_and(|after| order(&position, after) != Ordering::Greater) {
                has_previous = true;
            } else if self.before.as_ref().is_some_and(|before| order(&position, before) != Ordering::Less) {
                has_next = true;
            } else {
                kept.push((position, row));
            }
        }
        if kept.len() > self.count {
            // Only the page is sorted, not everything that matches.
            if self.from_end {
                has_previous = true;
                let cut = kept.len() - self.count;
                kept.select_nth_unstable_by(cut, |a, b| order(&a.0, &b.0));
                kept.drain(..cut);
            } else {
                has_next = true;
                kept.select_nth_unstable_by(self.count, |a, b| order(&a.0, &b.0));
                kept.truncate(self.count);
            }
        }
        kept.sort_unstable_by(|a, b| order(&a.0, &b.0));
        Page { rows: kept, has_next, has_previous }
    }
}

type Make<'a, T> = Box<dyn Fn(&T) -> Box<dyn ObjectValue + 'a> + 'a>;

/// A connection whose rows are made into objects when they are asked for.
pub(super) struct Connection<'a, T> {
    type_name: &'static str,
    edge_name: &'static str,
    page: Page<T>,
    make: Make<'a, T>,
}

/// A connection of type `XConnection` with edges of type `XEdge`.
pub(super) fn connection<'a, T: 'a, O: ObjectValue + 'a>(
    type_name: &'static str,
    edge_name: &'static str,
    page: Page<T>,
    make: impl Fn(&T) -> O + 'a,
) -> Resolved<'a> {
    Ok(ResolvedValue::object(Connection { type_name, edge_name, page, make: Box::new(move |row| Box::new(make(row))) }))
}

/// A connection over the parts of a record, in their own order, which are made by their places in it.
pub(super) fn of_places<'a, O: ObjectValue + 'a>(
    type_name: &'static str,
    edge_name: &'static str,
    ids: impl IntoIterator<Item = u64>,
    info: &'a ResolveInfo<'a>,
    make: impl Fn(usize) -> O + 'a,
) -> Resolved<'a> {
    let rows = (0_i64..).zip(ids).enumerate();
    let page = Window::read(info)?.page(rows.map(|(place, (number, id))| (Position::number(number, id), place)));
    connection(type_name, edge_name, page, move |place: &usize| make(*place))
}

impl<T> ObjectValue for Connection<'_, T> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "nodes" => {
                Ok(ResolvedValue::list(self.page.rows.iter().map(|(_, row)| ResolvedValue::Object((self.make)(row)))))
            }
            "edges" => Ok(ResolvedValue::list(self.page.rows.iter().map(|(position, row)| {
                let edge = Edge { type_name: self.edge_name, position, row, make: &self.make };
                ResolvedValue::object(edge)
            }))),
            "pageInfo" => Ok(ResolvedValue::object(PageInfo {
                first: self.page.rows.first().map(|(position, _)| position),
                last: self.page.rows.last().map(|(position, _)| position),
                has_next: self.page.has_next,
                has_previous: self.page.has_previous,
            })),
            _ => not_served(self, info),
        }
    }
}

struct Edge<'e, 'a, T> {
    type_name: &'static str,
    position: &'e Position,
    row: &'e T,
    make: &'e Make<'a, T>,
}

impl<T> ObjectValue for Edge<'_, '_, T> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "cursor" => leaf::text(&self.position.cursor()),
            "node" => Ok(ResolvedValue::Object((self.make)(self.row))),
            _ => not_served(self, info),
        }
    }
}

struct PageInfo<'p> {
    first: Option<&'p Position>,
    last: Option<&'p Position>,
    has_next: bool,
    has_previous: bool,
}

impl ObjectValue for PageInfo<'_> {
    fn type_name(&self) -> &str {
        "PageInfo"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "hasNextPage" => leaf::flag(self.has_next),
            "hasPreviousPage" => leaf::flag(self.has_previous),
            "startCursor" => leaf::optional(self.first.map(Position::cursor).as_deref()),
            "endCursor" => leaf::optional(self.last.map(Position::cursor).as_deref()),
            _ => not_served(self, info),
        }
    }
}
