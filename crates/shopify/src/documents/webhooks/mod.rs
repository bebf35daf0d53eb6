//! What a store tells by itself, and to which address: the subscriptions of our app.

mod change;
mod create;
mod delete;
mod input;
mod list;
mod subscription;
mod user_error;

use crate::cost::MUTATION;

pub use change::{ChangeVariables, WebhookChange, move_to};
pub use create::{CreateVariables, WebhookCreate, create};
pub use delete::{DeleteVariables, WebhookDelete, delete};
pub use input::NewSubscription;
pub use list::{ListVariables, WebhookList, list};
pub use subscription::{Subscription, SubscriptionTopic};
