//! Products that someone chose on a list or a card.

pub(crate) use crate::orders::chosen_ids as ids;
