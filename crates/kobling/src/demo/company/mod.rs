//! A company to play with: what an accountant needs to see posting, VAT, stock and payments at work, made by the same
//! functions that people's own records are made by, and by nothing else. Its days are counted back from now.

mod documents;
mod fill;
mod lists;
mod payments;
mod prices;
mod sales;
mod stock;

pub use fill::fill;
