//! Outbound webhooks: programs beside Kobling are told what happens in it.
//!
//! Who wants to know is written down as an [`Entity`]: where to send, and of which events. What happens is written as
//! deliveries in the very transaction in which it happens, so nothing is told that was not, and nothing that was is
//! forgotten. The [`Messenger`] sends them, signed, and tries again for a day, each time after a longer while; what could
//! not be delivered by then stays as failed, where a person sees it and can have it sent again.
//!
//! An event may arrive twice, and after a later one: its id stays the same, and it carries ids and numbers, by which the
//! API says how things stand now.

mod about;
mod address;
mod delivery;
mod entity;
mod event;
mod facts;
mod forget;
mod keep;
mod listen;
mod messenger;
mod patience;
mod resend;
mod secret;
mod send;
mod tell;

pub use delivery::{Column as DeliveryColumn, Entity as Delivery, Model as DeliveryModel, State};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use event::Event;
pub use keep::{Change, Kept, change, make, remove, renew_secret, turn_all_off};
pub use messenger::Messenger;
pub use resend::{resend, test};
pub use secret::Entity as Secret;

pub(crate) use delivery::waiting;
pub(crate) use facts::{order_staged, record_skipped};
pub(crate) use listen::{Told, ToldOfJobs};
pub(crate) use secret::seal_anew;
pub(crate) use tell::{listeners, tell};
