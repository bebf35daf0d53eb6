//! Reading what was paid back of orders and what came back: `due → ask → rows → effect → stage`. An order says by its
//! amounts that it has refunds or returns; they are asked for behind the orders, many orders per call, and until then the
//! order is *due* and gets no document. Whatever ends a run, the next one asks for what is due still.

mod due;
mod effect;
mod exchange;
mod refund;
mod returned;
mod rows;
mod run;
mod stage;
#[cfg(test)]
mod tests;

pub(in crate::orders) use due::{ask_again, is_due};
pub(in crate::orders) use run::read_due;
#[cfg(test)]
pub(in crate::orders::refunds) use tests::read as told;
