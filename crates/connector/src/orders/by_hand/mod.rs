//! What a person says that a staged order, or a line of it, is here. Mapping leaves it as it is.

mod check;
mod line;
mod order;
mod turn;

pub use line::{LineChoice, choose_line};
pub use order::{OrderChoice, choose_order};
pub use turn::take_turn;
